using System.Text.RegularExpressions;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// The steps on PostgreSQL. Each is short, or does its long work while others read and write; together they are not one
/// transaction, but what was done stays done, and a migration that stopped goes on behind its last step.
/// </summary>
internal sealed partial class PostgresMigration
{
    private const string BatchSize = "2000";

    private readonly MigrationSchemas _schemas;
    private readonly SchemaCode _code;
    private readonly PostgresNames _names;

    public PostgresMigration(MigrationSchemas schemas)
    {
        _schemas = schemas;
        string[] touched =
        [
            .. schemas.Pairs.Where(pair => pair.IsTouched).Select(pair => pair.Old.Name), .. schemas.Dropped
                .Select(table => table.Name),
        ];
        _code = SchemaCode.Of(schemas.Before, schemas.After, touched);
        _names = new PostgresNames(schemas, _code);
    }

    /// <summary>The steps; what is proved late calls functions of the first one.</summary>
    public IEnumerable<MigrationStep> Steps(ValueList<MigrationProof> late) =>
    [
        .. Short("P0", "create functions", Functions()).Select(step => step with { Checks = late }),
        .. Short("P0", "give everything its new name, put aside what goes", _names.Statements()),
        .. Short("P0", "create numbers", Sequences()),
        .. Short("P0", "create tables", Tables()),
        .. _schemas.Pairs.SelectMany(AddColumns),
        .. _schemas.Pairs.SelectMany(Fill),
        .. Short("P0", "number behind what rows have", Numbers()),
        .. _schemas.Pairs.SelectMany(Indexes),
        .. _schemas.Pairs.SelectMany(Required),
        .. _schemas.Pairs.SelectMany(Rules),
        .. Code(),
        .. Short("P0", "describe tables and columns", Comments()),
        .. _schemas.Pairs.SelectMany(Leftovers),
        .. Short("P0", "drop functions that nothing calls any more", OldFunctions()),
    ];

    private static IEnumerable<MigrationStep> Short(string recipe, string purpose, IEnumerable<string> statements) =>
        string.Join('\n', statements) is { Length: > 0 } sql ? [new(recipe, StepMode.Transaction, purpose, sql)] : [];

    private IEnumerable<string> Functions() => _schemas.After.Extensions.Except(_schemas.Before.Extensions)
        .Concat(_schemas.After.Functions.Except(_schemas.Before.Functions));

    private IEnumerable<string> Sequences() => _schemas.Sequences.Where(pair => pair.Old is null).Select(pair => pair.New)
        .OfType<SchemaSequence>()
        .Select(sequence => sequence.PostgresText);

    private IEnumerable<string> Tables()
    {
        var added = _schemas.Added.ToArray();
        return added.Select(table => table.CreateText)
            .Concat(added.SelectMany(table => table.Indexes).Select(index => index.Text))
            .Concat(added
                .SelectMany(table => table.Rules.Where(rule => rule is ReferenceRule { IsLate: true }).Select(table.AlterText)))
            .Concat(added.SelectMany(table => table.CommentTexts));
    }

    private IEnumerable<MigrationStep> AddColumns(TablePair pair)
    {
        var table = Quote(pair.New.Name);
        foreach (var column in pair.Columns.Where(change => PostgresNames.IsMadeAnew(pair, change))
            .Select(change => (change.New, change.Value)))
        {
            var (name, isConstant) = (Quote(column.New.Name), column.Value is null && column.New.Default is not null);
            var isComputed = column.New.Computed is not null;
            var definition = isComputed || isConstant ? column.New.Definition : column.New.Type;
            string[] statements =
            [
                $"alter table {table} add column {name} {definition};",
                .. !isComputed && !isConstant && column.New.Default is { } value
                    ? [$"alter table {table} alter column {name} set default {value};"]
                    : (string[])[],
            ];
            yield return new(isComputed ? "P7" : "P0", StepMode.Transaction, $"add {pair.New.Name}.{column.New.Name}",
                string.Join('\n', statements))
            {
                IsRewrite = isComputed,
                Table = isComputed ? pair.New.Name : "",
            };
        }
    }

    /// <summary>Batches over the key; the row of the old table is read as it was called.</summary>
    private IEnumerable<MigrationStep> Fill(TablePair pair)
    {
        var words = Words(pair).ToArray();
        var changes = pair.Columns.Where(change => change.Value is not null).ToArray();
        if (changes.Length == 0 && words.Length == 0)
        {
            return [];
        }

        var (table, key) = (Quote(pair.New.Name), Quote(pair.New.Columns[0].Name));
        var old = string.Join(", ", _names.ColumnsNow(pair)
            .Select(column => $"found.{Quote(column.Now)} as {Quote(column.Old)}"));
        var sets = changes
            .Select(change => $"{Quote(change.New.Name)} = {Filled(change.Value ?? "null", old)}");
        var filled = string.Join(", ", changes.Select(change => change.New.Name)
            .Concat(words.Length > 0 ? [SearchWriter.Words] : []));
        return
        [
            .. changes.Length == 0 ? [] : Batches(pair, table, key, sets, $"fill {pair.New.Name}: {filled}"),
            .. words.Length == 0 ? [] : Batches(pair, table, key, words, $"find the words of {pair.New.Name} again"),
        ];
    }

    // What reads nothing of the row, PostgreSQL calculates once for all rows when it stands in a query.
    private static string Filled(string value, string old) =>
        value.Contains("nextval(", StringComparison.Ordinal) ? value : $"(select {value} from (select {old}) as old)";

    private static IEnumerable<MigrationStep> Batches(TablePair pair, string table, string key, IEnumerable<string> sets,
        string purpose)
    {
        yield return new("P10", StepMode.Batches, purpose,
            $"""
            with batch as (
              select distinct {key} from {table} where $1::uuid is null or {key} > $1::uuid order by {key} limit {BatchSize}
            ), filled as (
              update {table} as found set
                {string.Join(",\n    ", sets)}
              from batch where found.{key} = batch.{key}
            )
            select {key}::text from batch order by {key} desc limit 1;
            """)
        {
            Object = pair.New.Name,
            Table = pair.New.Name,
        };
    }

    /// <summary>
    /// Words that a trigger keeps are made again where their column is new, or what they are made of may differ.
    /// </summary>
    private IEnumerable<string> Words(TablePair pair)
    {
        var isKept = pair.Columns.Any(change => change.New is { Name: SearchWriter.Words, Computed: null });
        if (!isKept || pair.New.Entity.Search is not { } search || !pair.IsTouched)
        {
            return [];
        }

        var model = _schemas.After.Model;
        var words = SearchWriter.WordsOf(new SchemaContext(model, Dialect.PostgreSql), EntityTable.Of(model, pair.New.Entity),
            search, "found");
        return [$"{SearchWriter.Words} = {words}"];
    }

    private IEnumerable<string> Numbers()
    {
        foreach (var sequence in _schemas.Sequences.Where(pair => pair.Old is null).Select(pair => pair.New)
            .OfType<SchemaSequence>())
        {
            if (_schemas.NumberedBy(sequence) is var (pair, change))
            {
                var (name, column) = (Quote(sequence.Name).Replace("'", "''", StringComparison.Ordinal), Quote(change.New.Name));
                yield return $"select setval('{name}', max({column})) from {Quote(pair.New.Name)} having max({column}) > 0;";
            }
        }
    }

    private IEnumerable<MigrationStep> Indexes(TablePair pair)
    {
        var kept = SchemaNames.KeptIndexes(pair);
        foreach (var index in pair.New.Indexes.Where(index => kept.All(one => one.New != index)))
        {
            yield return new(index.IsUnique ? "P6" : "P5", StepMode.Index, $"index {index.Name}", index.ConcurrentText)
            {
                Object = index.Name,
                Table = pair.New.Name,
                IsScan = true,
            };
        }

        foreach (var unique in NewRules(pair).OfType<UniqueRuleOfTable>())
        {
            var keys = unique.Columns.Select(column => new SqlIndexKey(column, IsDescending: false)).ToValueList();
            yield return new("P6", StepMode.Index, $"unique index {unique.Name}",
                new SchemaIndex(pair.New.Name, unique.Name, keys) { IsUnique = true }.ConcurrentText)
            {
                Object = unique.Name,
                Table = pair.New.Name,
                IsScan = true,
            };
            var (table, name) = (Quote(pair.New.Name), Quote(unique.Name));
            yield return new("P6", StepMode.Transaction, $"make it a constraint",
                $"alter table {table} add constraint {name} unique using index {name};");
        }
    }

    private IEnumerable<SchemaRule> NewRules(TablePair pair)
    {
        var kept = _schemas.Names.KeptRules(pair);
        return pair.New.Rules.Where(rule => kept.All(one => one.New != rule));
    }

    private IEnumerable<MigrationStep> Required(TablePair pair)
    {
        var table = Quote(pair.New.Name);
        foreach (var change in pair.Columns.Where(change => change.New is { IsRequired: true, Computed: null }))
        {
            var isConstant = change is { Value: null, New.Default: not null };
            if (PostgresNames.IsMadeAnew(pair, change) ? isConstant : change.Old is { IsRequired: true, Computed: null })
            {
                continue;
            }

            var (column, check) = (Quote(change.New.Name), Quote(_schemas.Aside(change.New.Name)));
            yield return new("P2", StepMode.Transaction, $"{pair.New.Name}.{change.New.Name} is required from here on",
                $"alter table {table} add constraint {check} check ({column} is not null) not valid;");
            yield return new("P2", StepMode.Transaction, "for every row that is there",
                $"alter table {table} validate constraint {check};")
            { IsScan = true, Table = pair.New.Name };
            yield return new("P2", StepMode.Transaction, "as the column's own rule",
                $"alter table {table} alter column {column} set not null;\nalter table {table} drop constraint {check};");
        }
    }

    private IEnumerable<MigrationStep> Rules(TablePair pair)
    {
        var table = Quote(pair.New.Name);
        foreach (var rule in NewRules(pair).Where(rule => rule is not UniqueRuleOfTable))
        {
            if (rule is not (CheckRule or ReferenceRule))
            {
                yield return new("P3", StepMode.Transaction, $"add {rule.Name}",
                    pair.New.AlterText(rule))
                {
                    IsHeld = true,
                    Table = pair.New.Name,
                };
                continue;
            }

            var recipe = rule is CheckRule ? "P3" : "P4";
            yield return new(recipe, StepMode.Transaction, $"{rule.Name} from here on",
                pair.New.AlterText(rule).TrimEnd(';') + " not valid;");
            yield return new(recipe, StepMode.Transaction, "for every row that is there",
                $"alter table {table} validate constraint {Quote(rule.Name)};")
            { IsScan = true, Table = pair.New.Name };
        }
    }

    private IEnumerable<MigrationStep> Code()
    {
        var sql = string.Join('\n', _code.Blocks(_schemas.After.Code));
        var checks = _schemas.BrokenRows().ToValueList();
        return sql.Length == 0 ? [] :
        [
            new("P0", StepMode.Transaction, "make triggers and views", sql)
            {
                Checks = checks,
                IsHeld = !checks.IsEmpty,
            },
        ];
    }

    private IEnumerable<string> Comments()
    {
        foreach (var pair in _schemas.Pairs)
        {
            var now = _names.ColumnsNow(pair).ToDictionary(column => column.Old, column => column.Now, StringComparer.Ordinal);
            var had = pair.Old.Comments
                .Select(comment => (Column: comment.Column.Length == 0 ? "" : now[comment.Column], comment.Text))
                .ToArray();
            foreach (var (column, _) in had
                .Where(one => one.Column.Length > 0 && pair.New.Comments.All(other => other.Column != one.Column)))
            {
                yield return pair.New.CommentText(column, "null");
            }

            foreach (var comment in pair.New.Comments.Except(had))
            {
                yield return pair.New.CommentText(comment.Column, Expressions.SqlText.Of(comment.Text).Text);
            }
        }
    }

    /// <summary>
    /// What was put aside and can be had from what is there; the rest stays under its name until somebody drops it.
    /// </summary>
    private IEnumerable<MigrationStep> Leftovers(TablePair pair)
    {
        var kept = SchemaNames.KeptIndexes(pair);
        foreach (var index in pair.Old.Indexes.Where(index => kept.All(one => one.Old != index)))
        {
            var name = Quote(_schemas.Aside(index.Name));
            yield return new("P5", StepMode.Outside, $"drop what was index {index.Name}",
                $"drop index concurrently if exists {name};");
        }

        var columns = pair.Dropped.Where(column => column.Computed is not null || column.Source is null)
            .Concat(pair.Columns
                .Where(change => PostgresNames.IsMadeAnew(pair, change) && (change.IsLossless || change.New.Computed is not null))
                .Select(change => change.Old)
                .OfType<SchemaColumn>()
                .Where(old => old.Computed is not null || pair.Columns.Any(change => change.Old == old && change.IsLossless)));
        var drops = columns.OrderBy(column => column.Computed is null ? 1 : 0).Select(column =>
            $"alter table {Quote(pair.New.Name)} drop column {Quote(_schemas.Tombstone(column.Name))};");
        foreach (var step in Short("P9", $"drop what {pair.New.Name} can do without", drops))
        {
            yield return step;
        }
    }

    private IEnumerable<string> OldFunctions() => _schemas.Before.Functions.Except(_schemas.After.Functions).Reverse()
        .SelectMany(text => Created().Matches(text).Select(match => match.Groups[1].Value))
        .Select(name => $"drop function if exists {name};");

    [GeneratedRegex(@"^create function ([a-z_]+)\(", RegexOptions.Multiline)]
    private static partial Regex Created();
}
