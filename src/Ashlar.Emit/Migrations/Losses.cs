using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Migrations;

/// <summary>What rows hold that the new model has no place for: a decision has to say that this is meant.</summary>
internal static class Losses
{
    public static IEnumerable<MigrationQuestion> Questions(MigrationSchemas schemas) =>
        schemas.Dropped.Select(table => (Element: Element(table, column: null), Part: (string?)null))
            .Concat(schemas.Pairs.SelectMany(pair => pair.Dropped
                .Where(column => column is { Computed: null, Source: not null })
                .Select(column => (Element: Element(pair.Old, column), Part: PartOf(column)))))
            .Distinct()
            .Where(lost => !schemas.Change.Decisions.Drops.Any(drop =>
                drop.Element.Path == lost.Part || Covers(drop.Element.Path, lost.Element)))
            .Select(lost => lost.Element)
            .Distinct()
            .Select(element => new MigrationQuestion("U1", element, "rows hold it, and the new model has no place for it"));

    public static string Element(SchemaTable table, SchemaColumn? column) => (table.List, column) switch
    {
        ({ } list, _) => $"{table.Entity.Name}.{list.Name}",
        (null, { Source: { } source }) => $"{table.Entity.Name}.{source.Path}",
        _ => table.Entity.Name.ToString(),
    };

    /// <summary>The part of a type of values that the column holds, wherever a value of the type stands.</summary>
    public static string? PartOf(SchemaColumn column) => column.Source is { Part: { } part, Field.Type: var type }
        && (type is ListType list ? list.Item : type) is ValueType value
        ? $"{value.Value}.{part.Name}"
        : null;

    public static bool Covers(string dropped, string element) =>
        dropped == element || element.StartsWith(dropped + ".", StringComparison.Ordinal);
}
