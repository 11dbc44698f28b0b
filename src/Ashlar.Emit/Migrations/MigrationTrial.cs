using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// What it takes to try a migration on an empty SQLite database: its schema before, rows whose values tell where they come
/// from, and where each of them has to be afterwards.
/// </summary>
public sealed record MigrationTrial(string Schema, string Principal)
{
    /// <summary>Statements, one for each row.</summary>
    public ValueList<string> Rows { get; init; } = [];

    /// <summary>The same with one row in each table, which no rule between rows can refuse.</summary>
    public ValueList<string> SingleRows { get; init; } = [];

    /// <summary>Every column that is stored.</summary>
    public ValueList<TrialColumn> Columns { get; init; } = [];

    /// <summary>The trial of a change; the number is that of its migration.</summary>
    public static MigrationTrial Of(Correspondence change, int number)
    {
        var schemas = new MigrationSchemas(change, Dialect.Sqlite, number);
        var principal = change.Before.Principal is { } entity ? Quote(SqlNames.Table(entity)) : "";
        return new(SchemaWriter.Write(change.Before, Dialect.Sqlite), principal)
        {
            Rows = Tolerant(TokenRows.Of(change.Before, Dialect.Sqlite)),
            SingleRows = Tolerant(TokenRows.Of(change.Before, Dialect.Sqlite, first: 1, count: 1)),
            Columns = schemas.Before.Tables.SelectMany(table => ColumnsOf(schemas, table)).ToValueList(),
        };
    }

    // Two rows may have the same value of a unique field that has few: the table then has one row less.
    private static ValueList<string> Tolerant(IEnumerable<string> inserts) =>
        inserts.Select(insert => "insert or ignore" + insert["insert".Length..]).ToValueList();

    private static IEnumerable<TrialColumn> ColumnsOf(MigrationSchemas schemas, SchemaTable table)
    {
        var pair = schemas.Pairs.FirstOrDefault(pair => pair.Old == table);
        foreach (var column in table.Columns.Where(column => column is { Computed: null, Source: not null }))
        {
            var element = Losses.Element(table, column);
            var now = pair?.Columns.FirstOrDefault(one => one.Old == column && one.New.Computed is null);
            var aside = pair is null
                ? Read(schemas.Tombstone(table.Name), KeysOf(table), column.Name)
                : Read(schemas.Tombstone($"{table.Name}_{column.Name}"), KeysOf(table), column.Name);
            yield return new(element, Read(table.Name, KeysOf(table), column.Name))
            {
                After = pair is null || now is null ? "" : Read(pair.New.Name, KeysOf(pair.New), now.New.Name),
                IsRewritten = now?.Value is not null,
                Aside = now is null or { IsLossless: false } ? aside : "",
                Because = Because(schemas.Change.Decisions, element, column, pair, now),
            };
        }
    }

    /// <summary>The reason of whoever decided that the values go, or become others; empty where nobody did.</summary>
    private static string Because(Decisions decisions, string element, SchemaColumn column, TablePair? pair, ColumnChange? now)
    {
        if (pair is null || now is null)
        {
            var part = Losses.PartOf(column);
            return decisions.Drops
                .FirstOrDefault(one => one.Element.Path == part || Losses.Covers(one.Element.Path, element))?.Because ?? "";
        }

        ElementPath? field = now.New.Source is { } source ? ElementPath.OfField(pair.New.Entity.Name, source.Field.Name) : null;
        return decisions.Conversions.FirstOrDefault(one => one.Field == field)?.Because
            ?? decisions.Mappings.FirstOrDefault(one => one.Holder.Path == HolderOf(now.New.Source?.Type))?.Because
            ?? "";
    }

    /// <summary>What has the values of a type that a decision may map to others.</summary>
    private static string? HolderOf(ModelType? type) => type switch
    {
        EnumType named => named.Enum.ToString(),
        StateType state => ElementPath.OfField(state.Entity, state.Field).Path,
        _ => null,
    };

    /// <summary>A query for the values, each with the key of its row.</summary>
    private static string Read(string table, IEnumerable<string> keys, string column)
    {
        var key = string.Join(" || ' ' || ", keys.Select(name => $"cast({Quote(name)} as text)"));
        return $"select {key}, cast({Quote(column)} as text) from {Quote(table)} where {Quote(column)} is not null";
    }

    private static IEnumerable<string> KeysOf(SchemaTable table) =>
        table.Column("id") is null ? table.Columns.Take(2).Select(column => column.Name) : ["id"];
}

/// <summary>A column of the old schema, and queries for its values with the keys of their rows.</summary>
public sealed record TrialColumn(string Element, string Before)
{
    /// <summary>Where the values are afterwards; empty where the new schema has no place for them.</summary>
    public string After { get; init; } = "";

    /// <summary>Each value becomes another one: the same where they were the same, otherwise different ones.</summary>
    public bool IsRewritten { get; init; }

    /// <summary>Where values are kept that go; empty where they stay.</summary>
    public string Aside { get; init; } = "";

    /// <summary>Why it is meant that values go; empty where they have to stay.</summary>
    public string Because { get; init; } = "";
}
