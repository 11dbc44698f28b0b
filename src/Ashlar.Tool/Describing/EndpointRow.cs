using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>One operation of an api with its address.</summary>
internal sealed record EndpointRow(ElementName Api, ElementName Entity, ElementName? Reply, string Method, string Path)
{
    /// <summary>The action that it runs; null for every other operation.</summary>
    public ElementName? Action { get; init; }

    public static EndpointRow Of(Api api, Expose expose, Endpoint endpoint) =>
        new(api.Name, expose.Entity, endpoint.Reply, endpoint.Address.Method, api.Path + endpoint.Address.Path);

    public static EndpointRow Of(Api api, Expose expose, FileEndpoint file) =>
        new(api.Name, expose.Entity, Reply: null, file.Method, api.Path + file.Path);

    /// <param name="subject">The entity whose row it is about; the action itself where it is about none.</param>
    public static EndpointRow Of(Api api, ElementName subject, RunEndpoint run) =>
        new(api.Name, subject, run.Reply, run.Address.Method, api.Path + run.Address.Path) { Action = run.Action };
}
