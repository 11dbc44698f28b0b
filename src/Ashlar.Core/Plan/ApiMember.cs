using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Plan;

/// <summary>
/// A member of a request or a reply as a client sees it. <paramref name="Known"/> tells the same member of the old and the new
/// model where names differ.
/// </summary>
internal sealed record ApiMember(string Name, string Known, ModelType Type, bool IsRequired)
{
    /// <summary>The field that a key of a shape shows; null for another member.</summary>
    public ElementPath? Field { get; init; }

    /// <summary>What a request may carry that creates or changes a row.</summary>
    public static IEnumerable<ApiMember> OfRequest(Entity entity, Endpoint endpoint) =>
        endpoint.Kind is EndpointKind.Create or EndpointKind.Update
            ? WritableFields.InBody(entity, endpoint).Select(field => new ApiMember(
                field.Name,
                $"{entity.Name}.{field.Name}",
                field.Type,
                endpoint.Kind == EndpointKind.Create && WritableFields.IsRequired(field)))
            : [];

    /// <summary>What a reply shows of a row: the keys of its shape, or every field that somebody may read.</summary>
    public static IEnumerable<ApiMember> OfReply(SystemModel model, Entity entity, Endpoint endpoint)
    {
        if (endpoint.Kind == EndpointKind.Delete)
        {
            return [];
        }

        if (endpoint.Reply is { } shape)
        {
            return OfShape(model, shape);
        }

        var readable = entity.Access.Rules.Where(rule => rule.Operations.Contains(Operation.Read))
            .SelectMany(rule => rule.Fields)
            .ToHashSet(StringComparer.Ordinal);
        return entity.Fields
            .Where(field => readable.Contains(field.Name) && field.Relation is null)
            .Select(field => new ApiMember(field.Name, $"{entity.Name}.{field.Name}", field.Type, IsRequired: false));
    }

    public static IEnumerable<ApiMember> OfShape(SystemModel model, ElementName shape) =>
        model.Shape(shape)?.Fields.Select(key => new ApiMember(key.Name, key.Name, key.Value.Type, IsRequired: false)
        {
            Field = key.Value is FieldAccess { Target.Type: ReferenceType row } access
                ? ElementPath.OfField(row.Entity, access.Field)
                : null,
        }) ?? [];

    public static IEnumerable<ApiMember> OfInputs(IEnumerable<Field> inputs) =>
        inputs.Select(input => new ApiMember(
            input.Name, input.Name, input.Type, input is { IsOptional: false, IsChange: false, Default: null }));

    public static IEnumerable<ApiMember> OfColumns(View view) =>
        view.Columns.Select(column => new ApiMember(column.Name, column.Name, column.Value.Type, IsRequired: false));
}
