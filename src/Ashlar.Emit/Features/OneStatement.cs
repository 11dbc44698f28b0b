using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Features;

/// <summary>Whether a request stores one row and asks nothing once it is stored.</summary>
internal static class OneStatement
{
    public static bool Suffices(Emission emission, ExposedOperation operation) =>
        !ListChecks.Among(emission, operation.Entity).Any() && operation.Kind switch
        {
            EndpointKind.Create => ForCreate(emission, operation),
            EndpointKind.Update => ForUpdate(emission, operation),
            _ => false,
        };

    private static bool ForCreate(Emission emission, ExposedOperation operation)
    {
        var sent = Creation.Of(operation.Entity, operation.Endpoint).Fields.Where(created => created.IsInBody).ToList();
        var gates = FieldGate.Of(operation.Entity, Operation.Create, operation.Gate, sent.Select(created => created.Field));
        return !sent.Exists(created => created.IsList)
            && new AllowedRow(emission, operation.Entity, operation.Gate, gates).IsByCaller;
    }

    private static bool ForUpdate(Emission emission, ExposedOperation operation)
    {
        var entity = operation.Entity;
        var fields = WritableFields.Of(entity, operation.Endpoint).ToList();
        var gates = FieldGate.Of(entity, Operation.Update, operation.Gate, fields);
        return !fields.Exists(field => field.Type is ListType || (entity.IsPrincipal && SignInFields.IsPassword(field)))
            && !new AllowedRow(emission, entity, operation.Gate, gates)
                .DependsOn([.. fields, .. OnUpdateValues.FieldsOf(entity)]);
    }
}
