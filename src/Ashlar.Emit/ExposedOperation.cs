using Ashlar.Core.Model;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit;

/// <summary>An operation that an API offers, with what it is about.</summary>
internal sealed record ExposedOperation(Api Api, Expose Expose, Endpoint Endpoint, Entity Entity)
{
    public EndpointKind Kind => Endpoint.Kind;

    public string Method => Kind switch
    {
        EndpointKind.List or EndpointKind.Read => "GET",
        EndpointKind.Create => "POST",
        EndpointKind.Update => "PATCH",
        EndpointKind.Delete => "DELETE",
        _ => throw new InvalidOperationException($"no method for {Kind}"),
    };

    /// <summary>The route, such as `/api/books/{id}`.</summary>
    public string Path => Api.Path + Expose.Path + (IsAboutOneRow ? "/{id}" : "");

    /// <summary>The name of its class, such as `CreateBook` or `ListBooks`.</summary>
    public string Name => Kind == EndpointKind.List ? $"List{Entity.Plural}" : $"{Kind}{Entity.Name.Name}";

    /// <summary>What the caller needs a grant for.</summary>
    public Operation Needs => Kind switch
    {
        EndpointKind.Create => Operation.Create,
        EndpointKind.Update => Operation.Update,
        EndpointKind.Delete => Operation.Delete,
        _ => Operation.Read,
    };

    /// <summary>Who may do it, with which rows.</summary>
    public Gate Gate => Gate.Of(Entity, Needs);

    /// <summary>The rules of which one has to hold.</summary>
    public IEnumerable<AccessRule> Grants => Entity.Access.Rules.Where(rule => rule.Operations.Contains(Needs));

    public bool HasBody => Kind is EndpointKind.Create or EndpointKind.Update;

    public bool IsAboutOneRow => Kind is EndpointKind.Read or EndpointKind.Update or EndpointKind.Delete;
}
