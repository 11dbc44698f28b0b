using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// What an API offers for the bytes of one file field, at a path below its row: `/books/{id}/cover`. Nobody writes it down:
/// who exposes `read` or `list` offers the files that somebody may read, who exposes `update` those that somebody may change.
/// </summary>
public sealed record FileEndpoint(FileAction Action, Field Field, Address Address)
{
    public string Method => Address.Method;

    public string Path => Address.Path;

    /// <summary>What the caller needs a grant for.</summary>
    public Operation Needs => Action == FileAction.Download ? Operation.Read : Operation.Update;

    public static IEnumerable<FileEndpoint> Of(Entity entity, Expose expose) =>
        expose.IsOfCaller ? [] : entity.Fields.Where(IsFile).SelectMany(field => Of(entity, expose, field));

    /// <summary>
    /// Whether a rule is for more than files. Where no rule for updating is, there is nothing that a `PATCH` could carry, and
    /// none is offered.
    /// </summary>
    public static bool IsForMore(Entity entity, AccessRule rule) =>
        rule.Fields.Any(name => entity.Field(name) is { } field && !IsFile(field));

    /// <summary>The operations of an entity as an API offers them.</summary>
    public static IEnumerable<Endpoint> OthersOf(Entity entity, Expose expose) => expose.Endpoints.Where(endpoint =>
        endpoint.Kind != EndpointKind.Update || IsUpdatedOtherwise(entity));

    private static bool IsUpdatedOtherwise(Entity entity)
    {
        var rules = entity.Access.Rules.Where(rule => rule.Operations.Contains(Operation.Update)).ToList();
        return rules.Count == 0 || rules.Exists(rule => IsForMore(entity, rule));
    }

    private static IEnumerable<FileEndpoint> Of(Entity entity, Expose expose, Field field)
    {
        ValueList<PathSegment> path =
            [.. Address.Literals(expose.Path), KeySegment.Id, new LiteralSegment(Spelling.Kebab(field.Name))];
        var isShown = expose.Endpoint(EndpointKind.Read) is not null || expose.Endpoint(EndpointKind.List) is not null;
        if (isShown && IsGranted(entity, Operation.Read, field))
        {
            yield return new(FileAction.Download, field, new Address("GET", path));
        }

        if (expose.Endpoint(EndpointKind.Update) is not null && !field.IsReadonly && IsGranted(entity, Operation.Update, field))
        {
            yield return new(FileAction.Upload, field, new Address("PUT", path));
            yield return new(FileAction.Remove, field, new Address("DELETE", path));
        }
    }

    private static bool IsFile(Field field) => field.Type is ScalarType { Scalar: Scalar.File };

    private static bool IsGranted(Entity entity, Operation operation, Field field) => entity.Access.Rules.Any(rule =>
        rule.Operations.Contains(operation) && rule.Fields.Contains(field.Name, StringComparer.Ordinal));
}
