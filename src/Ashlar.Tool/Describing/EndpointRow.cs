using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>One operation of an api with its address.</summary>
internal sealed record EndpointRow(ElementName Api, ElementName Entity, Endpoint Endpoint, string Path)
{
    public string Method => Endpoint.Kind switch
    {
        EndpointKind.Create => "POST",
        EndpointKind.Update => "PATCH",
        EndpointKind.Delete => "DELETE",
        _ => "GET",
    };
}
