using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>What rows hold that the new model has no place for: a decision has to say that this is meant.</summary>
internal static class Losses
{
    public static IEnumerable<MigrationQuestion> Questions(MigrationSchemas schemas) =>
        schemas.Dropped.Select(table => Element(table, column: null))
            .Concat(schemas.Pairs.SelectMany(pair => pair.Dropped
                .Where(column => column is { Computed: null, Source: not null })
                .Select(column => Element(pair.Old, column))))
            .Distinct()
            .Where(element => !schemas.Change.Decisions.Drops.Any(drop => Covers(drop.Element.Path, element)))
            .Select(element => new MigrationQuestion("U1", element, "rows hold it, and the new model has no place for it"));

    private static string Element(SchemaTable table, SchemaColumn? column) => (table.List, column) switch
    {
        ({ } list, _) => $"{table.Entity.Name}.{list.Name}",
        (null, { Source: { } source }) => $"{table.Entity.Name}.{source.Path}",
        _ => table.Entity.Name.ToString(),
    };

    private static bool Covers(string dropped, string element) =>
        dropped == element || element.StartsWith(dropped + ".", StringComparison.Ordinal);
}
