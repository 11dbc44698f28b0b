using System.Globalization;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// The steps on SQLite, which run in one transaction while references are not enforced. A table that changes is written
/// anew under its own name, from the old one with an explicit list of columns; the proofs at the end see all of it.
/// </summary>
internal sealed class SqliteMigration(MigrationSchemas schemas)
{
    private readonly SchemaCode _code = SchemaCode.Of(schemas.Before, schemas.After, schemas.AllTables);

    public IEnumerable<MigrationStep> Steps()
    {
        IEnumerable<MigrationStep> steps =
        [
            .. Step("Q0", "take away triggers and views, which are made again at the end", Code()),
            .. Step("Q0", "keep what is no longer part of the model, under a name of its own", schemas.Dropped
                .SelectMany(Archive)),
            .. Step("Q0", "rename tables", Renames()),
            .. Step("Q0", "numbers and kernel tables", Sequences().Concat(KernelTables())),
            .. Step("Q0", "create tables", schemas.Added.Select(table => table.CreateText)),
            .. schemas.Pairs.Where(IsWritten).SelectMany(Write),
            .. Step("Q0", "indexes", Indexes()),
            .. Made(),
        ];
        return steps;
    }

    private static IEnumerable<MigrationStep> Step(string recipe, string purpose, IEnumerable<string> statements) =>
        string.Join('\n', statements) is { Length: > 0 } sql ? [new(recipe, StepMode.Transaction, purpose, sql)] : [];

    private IEnumerable<string> Code() => schemas.HasChange ? _code.Drops(schemas.Before.Code) : [];

    private IEnumerable<string> Archive(SchemaTable table) =>
    [
        $"create table {Quote(schemas.Tombstone(table.Name))} as select * from {Quote(table.Name)};",
        $"drop table {Quote(table.Name)};",
    ];

    private IEnumerable<string> Renames()
    {
        var renamed = schemas.Pairs.Where(pair => pair.Old.Name != pair.New.Name).ToArray();
        return schemas.Renames(renamed.Select(pair => (pair.Old.Name, pair.New.Name)))
            .Select(rename => $"alter table {Quote(rename.From)} rename to {Quote(rename.To)};");
    }

    private IEnumerable<string> Sequences()
    {
        if (schemas.Before.Sequences.IsEmpty && !schemas.After.Sequences.IsEmpty)
        {
            yield return SchemaSequence.SqliteTable;
        }

        var renamed = schemas.Sequences
            .Where(pair => pair.Old is not null && pair.New is not null && pair.Old.Name != pair.New.Name);
        foreach (var (from, to) in schemas.Renames(renamed.Select(pair => (pair.Old?.Name ?? "", pair.New?.Name ?? ""))))
        {
            yield return $"update ashlar_sequences set name = '{to}' where name = '{from}';";
        }

        foreach (var gone in schemas.Sequences.Where(pair => pair.New is null))
        {
            yield return $"delete from ashlar_sequences where name = '{gone.Old?.Name}';";
        }

        foreach (var added in schemas.Sequences.Where(pair => pair.Old is null).Select(pair => pair.New).OfType<SchemaSequence>())
        {
            yield return schemas.NumberedBy(added) is { } numbered
                ? $"insert into ashlar_sequences (name, value)\n"
                    + $"select '{added.Name}', max(coalesce(max({MigrationProofs.ValueOf(numbered.Change)}), 0), 0) "
                    + $"from {Quote(numbered.Pair.New.Name)} as old;"
                : schemas.FillOf(added) is { } table
                ? $"insert into ashlar_sequences (name, value) select '{added.Name}', count(*) from {Quote(table)};"
                : added.SqliteText;
        }

        if (!schemas.Before.Sequences.IsEmpty && schemas.After.Sequences.IsEmpty)
        {
            yield return "drop table ashlar_sequences;";
        }
    }

    private ValueList<string> KernelTables()
    {
        if (schemas.Before.KernelTables.IsEmpty && !schemas.After.KernelTables.IsEmpty)
        {
            return schemas.After.KernelTables;
        }

        return !schemas.Before.KernelTables.IsEmpty && schemas.After.KernelTables.IsEmpty
            ? [$"drop table {ListCheckWriter.BrokenTable};", $"drop table {ListCheckWriter.NoBrokenTable};"]
            : [];
    }

    private bool IsWritten(TablePair pair) => pair.IsTouched || schemas.HasOtherRules(pair);

    private IEnumerable<MigrationStep> Write(TablePair pair)
    {
        if (Appended(pair) is { Length: > 0 } appended)
        {
            return Step("Q0", $"add columns to {pair.New.Name}", appended.Select(column =>
                $"alter table {Quote(pair.New.Name)} add column {Quote(column.Name)} {column.Definition};"));
        }

        var old = Quote(schemas.Aside(pair.Old.Name));
        var name = Quote(pair.New.Name);
        var written = pair.Columns
            .Where(change => change.New.Computed is null && (change.Old is not null || change.New.Name != "row_key"))
            .ToArray();
        var values = written.Select(change => $"\n  {MigrationProofs.ValueOf(change)}");
        string[] copy =
        [
            .. pair.Old.Indexes.Select(index => $"drop index {Quote(index.Name)};"),
            "pragma legacy_alter_table = on;",
            $"alter table {name} rename to {old};",
            "pragma legacy_alter_table = off;",
            pair.New.CreateText,
            $"insert into {name} ({List(written.Select(change => change.New.Name))})\nselect{string.Join(",", values)}\n"
                + $"from {old} as old;",
        ];
        string[] after = [.. pair.Kept.SelectMany(column => Archive(pair, column, old)), $"drop table {old};"];
        var recipe = pair.Columns.Any(change => change.IsReplaced) ? "Q2" : "Q1";
        return
        [
            new(recipe, StepMode.Transaction, $"write {pair.New.Name} anew", string.Join('\n', copy))
            {
                IsRewrite = true,
                Table = pair.New.Name,
                Checks =
                [
                    new(pair.New.Entity.Name.ToString(), "has another number of rows than before",
                        $"select before || ' before, ' || after || ' after'\n"
                        + $"from (select (select count(*) from {old}) as before, (select count(*) from {name}) as after) "
                        + "where before <> after"),
                ],
            },
            .. Step(recipe, $"put away what {pair.Old.Name} was", after),
        ];
    }

    /// <summary>New columns that nothing is written about: the only change that needs no copy.</summary>
    private SchemaColumn[] Appended(TablePair pair)
    {
        var added = pair.Columns.Where(change => change.Old is null).Select(change => change.New).ToArray();
        var isAppended = !schemas.HasOtherRules(pair) && pair.Old.Name == pair.New.Name
            && !pair.Dropped.Any()
            && pair.Columns.All(change => change is { Value: null, IsReplaced: false }
                && (change.Old is not { } old || (old.Name == change.New.Name && old.Definition == change.New.Definition)))
            && added.All(column => column is { IsRequired: false, Computed: null, Default: null });
        return isAppended ? added : [];
    }

    private IEnumerable<string> Archive(TablePair pair, SchemaColumn column, string old)
    {
        var keys = pair.Old.Column("id") is null ? pair.Old.Columns.Take(2).Select(key => key.Name) : ["id"];
        var name = Quote(schemas.Tombstone($"{pair.Old.Name}_{column.Name}"));
        return
        [
            $"create table {name} as select {List([.. keys, column.Name])} from {old} "
                + $"where {Quote(column.Name)} is not null;",
        ];
    }

    private IEnumerable<string> Indexes()
    {
        foreach (var pair in schemas.Pairs)
        {
            var kept = IsWritten(pair) && Appended(pair).Length == 0 ? [] : SchemaNames.KeptIndexes(pair)
                .Where(indexes => indexes.Old.Name == indexes.New.Name)
                .ToArray();
            var isWritten = IsWritten(pair) && Appended(pair).Length == 0;
            foreach (var gone in pair.Old.Indexes.Where(index => !isWritten && kept.All(one => one.Old != index)))
            {
                yield return $"drop index {Quote(gone.Name)};";
            }

            foreach (var added in pair.New.Indexes.Where(index => kept.All(one => one.New != index)))
            {
                yield return added.Text;
            }
        }

        foreach (var index in schemas.Added.SelectMany(table => table.Indexes))
        {
            yield return index.Text;
        }
    }

    private IEnumerable<MigrationStep> Made()
    {
        if (!schemas.HasChange)
        {
            yield break;
        }

        var context = new SchemaContext(schemas.After.Model, Dialect.Sqlite);
        var fills = schemas.After.Tables
            .Where(table => table is { List: null, Entity.Search: not null })
            .Select(table => EntityTable.Of(schemas.After.Model, table.Entity))
            .Where(table => _code.IsMade(SearchWriter.WordsTable(table)))
            .Select(table => Fill(context, table));
        var sql = string.Join('\n', _code.Blocks(schemas.After.Code).Concat(fills));
        yield return new("Q0", StepMode.Transaction, "make triggers, views and words", sql)
        {
            Checks =
            [
                new("references", "lead to no row",
                    "select \"table\" || ' to ' || parent from pragma_foreign_key_check limit 21"),
                .. schemas.BrokenRows(),
            ],
        };
    }

    private static string Fill(SchemaContext context, EntityTable table) => table.Entity.Search is { } search
        ? string.Create(CultureInfo.InvariantCulture,
            $"insert into {Quote(SearchWriter.WordsTable(table))} (rowid, words)\nselect found.row_key, ")
            + $"{SearchWriter.WordsOf(context, table, search, "found")} from {Quote(table.Name)} as found;"
        : "";
}
