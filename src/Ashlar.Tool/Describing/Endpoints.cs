using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>Every operation of every api, as a caller sees it.</summary>
internal static class Endpoints
{
    public static IEnumerable<EndpointRow> Of(SystemModel model) =>
        from api in model.Apis
        from expose in api.Exposes
        from endpoint in expose.Endpoints
        select new EndpointRow(api.Name, expose.Entity, endpoint, api.Path + expose.Path + (HasId(endpoint) ? "/{id}" : ""));

    public static Section Section(IEnumerable<EndpointRow> rows) => Describing.Section.Of(
        "endpoints",
        ["method", "path", "entity"],
        rows.Select(row => new[] { row.Method, row.Path, row.Entity.ToString() }));

    private static bool HasId(Endpoint endpoint) => endpoint.Kind is not (EndpointKind.List or EndpointKind.Create);
}
