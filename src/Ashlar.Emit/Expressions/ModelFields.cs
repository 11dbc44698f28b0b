using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Expressions;

/// <summary>Finds the declarations that a checked expression names. A name that is not there is a defect.</summary>
internal static class ModelFields
{
    public static Entity EntityOf(this SystemModel model, ElementName name) =>
        model.Entity(name) ?? throw new InvalidOperationException($"the model has no entity {name}");

    public static ValueDefinition ValueOf(this SystemModel model, ElementName name) =>
        model.Value(name) ?? throw new InvalidOperationException($"the model has no value type {name}");

    /// <summary>The declared field that an access reads, or null for `id`.</summary>
    public static Field? FieldOf(this SystemModel model, FieldAccess access) => access.Target.Type switch
    {
        ReferenceType row when access.Field == "id" && model.EntityOf(row.Entity).Field("id") is null => null,
        ReferenceType row => Require(model.EntityOf(row.Entity).Field(access.Field), access),
        ValueType value => Require(model.ValueOf(value.Value).Fields.FirstOrDefault(field => field.Name == access.Field), access),
        var type => throw new InvalidOperationException($"`{access.Field}` is read from a {type.GetType().Name}"),
    };

    private static Field Require(Field? field, FieldAccess access) =>
        field ?? throw new InvalidOperationException($"there is no field `{access.Field}`");
}
