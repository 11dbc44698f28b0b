using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>One operation of an api with its address.</summary>
internal sealed record EndpointRow(ElementName Api, ElementName Entity, ElementName? Reply, string Method, string Path)
{
    public static EndpointRow Of(Api api, Expose expose, Endpoint endpoint) =>
        new(
            api.Name, expose.Entity, endpoint.Reply, MethodOf(endpoint.Kind),
            api.Path + expose.Path + (HasId(endpoint) ? "/{id}" : ""));

    public static EndpointRow Of(Api api, Expose expose, FileEndpoint file) =>
        new(api.Name, expose.Entity, Reply: null, file.Method, api.Path + file.Path);

    private static string MethodOf(EndpointKind kind) => kind switch
    {
        EndpointKind.Create => "POST",
        EndpointKind.Update => "PATCH",
        EndpointKind.Delete => "DELETE",
        _ => "GET",
    };

    private static bool HasId(Endpoint endpoint) => endpoint.Kind is not (EndpointKind.List or EndpointKind.Create);
}
