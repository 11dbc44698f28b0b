using Ashlar.Core.Model;

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

    /// <summary>The name of its class and, with a small first letter, of its OpenAPI operation: `CreateBook`, `ListBooks`.</summary>
    public string Name => Kind == EndpointKind.List ? $"List{Entity.Plural}" : $"{Kind}{Entity.Name.Name}";

    public bool IsAboutOneRow => Kind is EndpointKind.Read or EndpointKind.Update or EndpointKind.Delete;
}
