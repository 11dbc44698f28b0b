using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>Every operation of every api, as a caller sees it.</summary>
internal static class Endpoints
{
    public static IEnumerable<EndpointRow> Of(SystemModel model) =>
        from api in model.Apis
        from expose in api.Exposes
        from entity in model.Entities.Where(entity => entity.Name == expose.Entity)
        from row in FileEndpoint.OthersOf(entity, expose).Select(endpoint => EndpointRow.Of(api, expose, endpoint))
            .Concat(FileEndpoint.Of(entity, expose).Select(file => EndpointRow.Of(api, expose, file)))
        select row;

    /// <summary>The requests for the bytes of a field; none where it is no file.</summary>
    public static IEnumerable<EndpointRow> OfFile(SystemModel model, Entity entity, Field field) =>
        from api in model.Apis
        from expose in api.Exposes
        where expose.Entity == entity.Name
        from file in FileEndpoint.Of(entity, expose)
        where file.Field == field
        select EndpointRow.Of(api, expose, file);

    public static Section Section(IEnumerable<EndpointRow> rows) => Describing.Section.Of(
        "endpoints",
        ["method", "path", "entity"],
        rows.Select(row => new[] { row.Method, row.Path, row.Entity.ToString() }));
}
