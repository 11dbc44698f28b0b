using System.Globalization;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// The first step on PostgreSQL, one short transaction: everything that stays gets its new name, and what changes or goes is
/// put aside, with nothing that holds on to it. No row is read.
/// </summary>
internal sealed class PostgresNames(MigrationSchemas schemas, SchemaCode code)
{
    public IEnumerable<string> Statements() =>
    [
        .. code.Drops(schemas.Before.Code),
        .. schemas.Dropped.SelectMany(PutAside),
        .. schemas.Pairs.SelectMany(Loosen),
        .. Renames(schemas.Pairs.Select(pair => (pair.Old.Name, pair.New.Name)))
            .Select(rename => $"alter table {Quote(rename.From)} rename to {Quote(rename.To)};"),
        .. schemas.Pairs.SelectMany(RenameColumns),
        .. RenameRulesAndIndexes(),
        .. schemas.Pairs.SelectMany(pair => pair.Columns
            .Where(change => !IsMadeAnew(pair, change))
            .SelectMany(change => Alter(pair.New.Name, change))),
        .. Sequences(),
    ];

    /// <summary>The columns of the old table under the names that they have after this step.</summary>
    public IEnumerable<(string Old, string Now)> ColumnsNow(TablePair pair)
    {
        foreach (var old in pair.Old.Columns)
        {
            var change = pair.Columns.FirstOrDefault(change => change.Old == old);
            yield return (old.Name, change is null || IsMadeAnew(pair, change) ? schemas.Tombstone(old.Name) : change.New.Name);
        }
    }

    /// <summary>Whether the new column is another one in the database, beside the old one.</summary>
    public static bool IsMadeAnew(TablePair pair, ColumnChange change) => change switch
    {
        { Old: null } => true,
        { IsReplaced: true } => true,
        { New.Computed: not null } => !SchemaNames.IsSameComputed(pair, change),
        { New.Name: SearchWriter.Words } => change.Old.Computed is not null,
        _ => false,
    };

    private IEnumerable<(string From, string To)> Renames(IEnumerable<(string From, string To)> pairs) =>
        schemas.Renames(pairs.Where(pair => pair.From != pair.To));

    private IEnumerable<string> PutAside(SchemaTable table)
    {
        var name = Quote(table.Name);
        return
        [
            .. table.Rules.OfType<ReferenceRule>().Select(rule => $"alter table {name} drop constraint {Quote(rule.Name)};"),
            .. table.Indexes.Select(index => $"drop index if exists {Quote(index.Name)};"),
            .. table.Rules.Where(rule => rule is not ReferenceRule).Select(rule =>
                $"alter table {name} rename constraint {Quote(rule.Name)} to {Quote(schemas.Tombstone(rule.Name))};"),
            $"alter table {name} rename to {Quote(schemas.Tombstone(table.Name))};",
        ];
    }

    /// <summary>Rules and indexes that do not stay hold on to nothing any more.</summary>
    private IEnumerable<string> Loosen(TablePair pair)
    {
        var name = Quote(pair.Old.Name);
        var rules = schemas.Names.KeptRules(pair);
        foreach (var rule in pair.Old.Rules.Where(rule => rules.All(kept => kept.Old != rule)))
        {
            yield return $"alter table {name} drop constraint {Quote(rule.Name)};";
        }

        var indexes = SchemaNames.KeptIndexes(pair);
        foreach (var index in pair.Old.Indexes.Where(index => indexes.All(kept => kept.Old != index)))
        {
            yield return $"alter index {Quote(index.Name)} rename to {Quote(schemas.Aside(index.Name))};";
        }

        foreach (var column in pair.Dropped.Where(column => column.IsRequired))
        {
            yield return $"alter table {name} alter column {Quote(column.Name)} drop not null;";
        }

        foreach (var change in pair.Columns.Where(change => change.Old is { IsRequired: true } && IsMadeAnew(pair, change)))
        {
            yield return $"alter table {name} alter column {Quote(change.Old?.Name ?? "")} drop not null;";
        }
    }

    private IEnumerable<string> RenameColumns(TablePair pair)
    {
        var name = Quote(pair.New.Name);
        foreach (var (from, to) in Renames(ColumnsNow(pair)))
        {
            yield return $"alter table {name} rename column {Quote(from)} to {Quote(to)};";
        }
    }

    // An index and a key have a name among those of all tables.
    private IEnumerable<string> RenameRulesAndIndexes()
    {
        var rules = schemas.Pairs.SelectMany(pair => schemas.Names.KeptRules(pair).Select(rules => (
            Owner: $"alter table {Quote(pair.New.Name)} rename constraint {{0}} to {{1}};", rules.Old.Name, rules.New.Name)));
        var indexes = schemas.Pairs.SelectMany(pair => SchemaNames.KeptIndexes(pair).Select(indexes => (
            Owner: "alter index {0} rename to {1};", indexes.Old.Name, indexes.New.Name)));
        return schemas.Renames(rules.Concat(indexes).Where(rename => rename.Item2 != rename.Item3))
            .Select(rename => string.Format(
                CultureInfo.InvariantCulture, rename.Owner, Quote(rename.From), Quote(rename.To)));
    }

    private static IEnumerable<string> Alter(string table, ColumnChange change)
    {
        if (change is not { Old: { } old, New: var column })
        {
            yield break;
        }

        var alter = $"alter table {Quote(table)} alter column {Quote(column.Name)}";
        if (old.Computed is not null && column.Computed is null && column.Source is not null)
        {
            yield return $"{alter} drop expression;";
        }

        if (old.Type != column.Type)
        {
            yield return $"{alter} type {column.Type};";
        }

        if (old.IsRequired && !column.IsRequired)
        {
            yield return $"{alter} drop not null;";
        }

        if (old.Default != column.Default)
        {
            yield return column.Default is null ? $"{alter} drop default;" : $"{alter} set default {column.Default};";
        }
    }

    private IEnumerable<string> Sequences()
    {
        foreach (var sequence in schemas.Sequences.Where(pair => pair.New is null).Select(pair => pair.Old)
            .OfType<SchemaSequence>())
        {
            yield return $"alter sequence {Quote(sequence.Name)} rename to {Quote(schemas.Tombstone(sequence.Name))};";
        }

        var kept = schemas.Sequences.Where(pair => pair.Old is not null && pair.New is not null).ToArray();
        foreach (var (from, to) in Renames(kept.Select(pair => (pair.Old?.Name ?? "", pair.New?.Name ?? ""))))
        {
            yield return $"alter sequence {Quote(from)} rename to {Quote(to)};";
        }

        foreach (var (old, now) in kept
            .Where(pair => pair.Old?.Field.Type.AsNullable(false) != pair.New?.Field.Type.AsNullable(false)))
        {
            var type = PostgresTypes.Of(now?.Field.Type.AsNullable(false)
                ?? new Core.Model.Types.ScalarType(Core.Model.Types.Scalar.Long));
            yield return $"alter sequence {Quote(now?.Name ?? old?.Name ?? "")} as {(type == "integer" ? type : "bigint")};";
        }
    }
}
