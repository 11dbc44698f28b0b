using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis;

/// <summary>Something that an API answers at an address.</summary>
/// <param name="Api">The API.</param>
/// <param name="Address">Relative to the API.</param>
/// <param name="Subject">The entity that it is about, or the action that it runs; null for sessions.</param>
/// <param name="Rows">The entity at whose row the keys of the path start; null for an address without keys.</param>
/// <param name="Origin">Where it is written; null for sessions.</param>
internal sealed record OfferedRoute(Api Api, Address Address, ElementName? Subject, ElementName? Rows, Origin? Origin)
{
    /// <summary>The action that it runs, in contrast to what is done with rows.</summary>
    public bool IsRun { get; init; }

    /// <summary>The view that it shows, in contrast to what is done with rows.</summary>
    public bool IsView { get; init; }

    public string Text => $"{Address.Method} {Api.Path}{Address.Path}";

    /// <summary>Two operations with the same answer the same requests: what a key is called, nobody sees.</summary>
    public string Key =>
        $"{Address.Method} {Api.Path}{string.Concat(Address.Segments.Select(part => part is KeySegment ? "/{}" : "/" + part))}";
}

/// <summary>Everything that the APIs of a model answer, except files and roles: what has rows first, then what runs.</summary>
internal static class OfferedRoutes
{
    public static IEnumerable<OfferedRoute> Of(SystemModel model) => model.Apis.SelectMany(Of);

    private static IEnumerable<OfferedRoute> Of(Api api) =>
    [
        .. Sessions(api),
        .. api.Exposes.SelectMany(expose => expose.Endpoints.Select(endpoint =>
            new OfferedRoute(api, endpoint.Address, expose.Entity, expose.Entity, endpoint.Origin))),
        .. api.Exposes.SelectMany(expose => expose.Runs.Select(run => Run(api, run, expose.Entity))),
        .. api.Runs.Select(run => Run(api, run, rows: null)),
        .. api.Views.Select(view => new OfferedRoute(api, view.Address, view.View, Rows: null, view.Origin) { IsView = true }),
    ];

    private static OfferedRoute Run(Api api, RunEndpoint run, ElementName? rows) =>
        new(api, run.Address, run.Action, rows, run.Origin) { IsRun = true };

    private static IEnumerable<OfferedRoute> Sessions(Api api) => api.SignIn is { Kind: SignInKind.Password }
        ? ((string[])["sign-in", "sign-out"]).Select(word =>
            new OfferedRoute(api, new Address("POST", [new LiteralSegment(word)]), Subject: null, Rows: null, Origin: null))
        : [];
}
