using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>Every operation of every api, as a caller sees it.</summary>
internal static class Endpoints
{
    public static IEnumerable<EndpointRow> Of(SystemModel model) =>
        from api in model.Apis
        from expose in api.Exposes
        from row in expose.Endpoints.Select(endpoint => EndpointRow.Of(api, expose, endpoint))
            .Concat(FilesOf(model, expose).Select(file => EndpointRow.Of(api, expose, file)))
        select row;

    public static Section Section(IEnumerable<EndpointRow> rows) => Describing.Section.Of(
        "endpoints",
        ["method", "path", "entity"],
        rows.Select(row => new[] { row.Method, row.Path, row.Entity.ToString() }));

    private static IEnumerable<FileEndpoint> FilesOf(SystemModel model, Expose expose) =>
        model.Entity(expose.Entity) is { } entity ? FileEndpoint.Of(entity, expose) : [];
}
