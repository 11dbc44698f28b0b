using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model;

/// <summary>The fields that a request may carry: granted to somebody, and not set by the system itself.</summary>
public static class WritableFields
{
    /// <summary>What the body of a request carries that creates or changes a row.</summary>
    public static IEnumerable<Field> Of(Entity entity, Endpoint endpoint)
    {
        var operation = endpoint.Kind == EndpointKind.Create ? Operation.Create : Operation.Update;
        return entity.Fields.Where(field => IsSetByCallers(field, endpoint) && IsGranted(entity, operation, field));
    }

    /// <summary>The same without what the path of the request gives, and what its body has no member for.</summary>
    public static IEnumerable<Field> InBody(Entity entity, Endpoint endpoint) => Of(entity, endpoint)
        .Where(field => !IsInPath(field, endpoint) && (endpoint.Body is not { } body || body.Of(field.Name) is not null));

    /// <summary>A new row gets the field from the path: `/articles/{slug}/comments` gives a comment its article.</summary>
    public static bool IsInPath(Field field, Endpoint endpoint) => endpoint.Kind == EndpointKind.Create
        && endpoint.Address.Parents.Any(key => key.Steps.Count == 1 && key.Steps[0] == field.Name);

    /// <summary>The fields of an owned row, written as part of its owner: the owner's grant covers them.</summary>
    public static IEnumerable<Field> OfOwned(Entity entity) =>
        entity.Fields.Where(field => IsPlain(field) && !field.IsOwnerReference);

    /// <summary>How many items a list may have that says nothing about it.</summary>
    public const int MostItems = 1000;

    /// <summary>A request that creates a row has to carry it.</summary>
    public static bool IsRequired(Field field) =>
        !field.IsChange && !field.IsOptional && field.Default is null && field.Relation is null && !IsList(field);

    private static bool IsSetByCallers(Field field, Endpoint endpoint) => field.Relation switch
    {
        null => IsPlain(field),
        { Kind: RelationKind.Owned } => endpoint.With.Contains(field.Name, StringComparer.Ordinal),
        { Kind: RelationKind.Linked } => !field.IsReadonly,
        _ => false,
    };

    // The bytes of a file have requests of their own.
    private static bool IsPlain(Field field) =>
        field is { Relation: null, IsReadonly: false, Computed: null, Generated: null, State: null }
        and not { Type: ScalarType { Scalar: Scalar.File } };

    private static bool IsGranted(Entity entity, Operation operation, Field field) =>
        entity.Access.Rules.Any(rule =>
            rule.Operations.Contains(operation) && rule.Fields.Contains(field.Name, StringComparer.Ordinal));

    private static bool IsList(Field field) => field.Type is ListType;
}
