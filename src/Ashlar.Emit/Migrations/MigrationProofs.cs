using Ashlar.Core.Text;
using Ashlar.Emit.Sql;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// What has to be true of the rows before anything is changed: the old rows are read as they will be, and whatever is new in
/// the rules of their table must hold for them.
/// </summary>
internal sealed class MigrationProofs(ValueList<TablePair> pairs, SchemaNames names)
{
    public const string Bound = "limit 21";
    private const string Rows = "rows_to_be";
    private const string ComputedRows = "rows_computed";

    public ValueList<MigrationProof> All() => pairs.SelectMany(Of).ToValueList();

    private IEnumerable<MigrationProof> Of(TablePair pair)
    {
        var changed = Changed(pair);
        var kept = names.KeptRules(pair).Select(rules => rules.New)
            .Where(rule => !changed.Any(name => RenamedText.Mentions(rule.Definition, name)))
            .ToHashSet();
        var keptIndexes = SchemaNames.KeptIndexes(pair).Select(indexes => indexes.New)
            .Where(index => !changed.Any(name => RenamedText.Mentions(index.Text, name)))
            .ToHashSet();
        var values = pair.Columns.Where(change => ValueOf(change).Contains("nextval(", StringComparison.Ordinal))
            .Select(change => change.New.Name)
            .ToArray();
        return Required(pair)
            .Concat(pair.New.Rules.Where(rule => !kept.Contains(rule) && !IsAbout(rule.Definition))
                .SelectMany(rule => OfRule(pair, rule)))
            .Concat(pair.New.Indexes.Where(index => index.IsUnique && !keptIndexes.Contains(index) && !IsAbout(index.Text))
                .Select(index => Unique(pair, index.Element, [.. index.Keys.Select(key => key.Column)], index.Where)));

        bool IsAbout(string text) => values.Any(value => RenamedText.Mentions(text, value));
    }

    /// <summary>The columns in which rows hold something else than before, and those that are computed from them.</summary>
    public static HashSet<string> Changed(TablePair pair)
    {
        var names = pair.Columns.Where(change => change.Value is not null)
            .Select(change => change.New.Name)
            .ToHashSet(StringComparer.Ordinal);
        names.UnionWith(
        [
            .. pair.New.Columns
                .Where(column => column.Computed is { } text && names.Any(name => RenamedText.Mentions(text, name)))
                .Select(column => column.Name),
        ]);
        return names;
    }

    private static IEnumerable<MigrationProof> Required(TablePair pair) => pair.Columns
        .Where(change => change.New is { IsRequired: true, Computed: null }
            && (change.Old is { IsRequired: false } or { Computed: not null } || change.Value is not null)
            && !ValueOf(change).Contains("nextval(", StringComparison.Ordinal))
        .Select(change => new MigrationProof(
            ElementOf(pair, change), "has no value", Query(pair, $"{Quote(change.New.Name)} is null")));

    private IEnumerable<MigrationProof> OfRule(TablePair pair, SchemaRule rule) => rule switch
    {
        CheckRule { Element.Length: > 0 } check =>
            [new(check.Element, "breaks the rule", Query(pair, $"not ({check.Condition})"))],
        UniqueRuleOfTable { Element.Length: > 0 } unique => [Unique(pair, unique.Element, unique.Columns, where: null)],
        ReferenceRule { Element.Length: > 0 } reference =>
            [new(reference.Element, "refers to no row", Query(pair, Missing(pair, reference)))],
        _ => [],
    };

    private static MigrationProof Unique(TablePair pair, string element, IReadOnlyList<string> columns, string? where)
    {
        var list = List(columns);
        string[] conditions =
            [.. where is null ? [] : (string[])[$"({where})"], .. columns.Select(column => $"{Quote(column)} is not null")];
        return new(element, "is the same in several rows",
            $"select {Texts(columns)} || ' (' || count(*) || ' rows)'\nfrom {RowsOf(pair)}\n"
            + $"where {string.Join(" and ", conditions)}\n"
            + $"group by {list} having count(*) > 1 {Bound}");
    }

    // The target may have a column of that name, too.
    private string Missing(TablePair pair, ReferenceRule reference)
    {
        var column = $"{(Computed(pair).Length == 0 ? Rows : ComputedRows)}.{Quote(reference.Column)}";
        var target = reference.Target == EntityConstraints.FilesTable
            ? reference.Target
            : pairs.FirstOrDefault(pair => pair.New.Name == reference.Target)?.Old.Name;
        return target is null
            ? $"{column} is not null"
            : $"{column} is not null and not exists (select 1 from {Quote(target)} as target where target.id = {column})";
    }

    private static string Query(TablePair pair, string condition)
    {
        string[] keys = pair.New.Column("id") is not null ? ["id"] : [.. pair.New.Columns.Take(2).Select(column => column.Name)];
        return $"select {Texts(keys)}\nfrom {RowsOf(pair)}\nwhere {condition} {Bound}";
    }

    private static string Texts(IEnumerable<string> columns) =>
        string.Join(" || ', ' || ", columns.Select(column => $"cast({Quote(column)} as text)"));

    /// <summary>The old rows as they will be.</summary>
    public static string RowsOf(TablePair pair) => RowsOf(pair, Quote(pair.Old.Name));

    /// <summary>The same, where the old rows are to be had under another name.</summary>
    public static string RowsOf(TablePair pair, string old)
    {
        var columns = pair.Columns
            .Where(change => change.New.Computed is null
                && change.New is not ({ Name: SearchWriter.Words } or { Name: "row_key" }))
            .Select(change => $"{Known(change)} as {Quote(change.New.Name)}");
        var rows = $"(select {string.Join(", ", columns)} from {old} as old) as {Rows}";
        var computed = Computed(pair);
        return computed.Length == 0 ? rows : $"(select *, {string.Join(", ", computed)} from {rows}) as {ComputedRows}";
    }

    // A number that rows will get is not taken before they get it.
    private static string Known(ColumnChange change) =>
        ValueOf(change) is var value && value.Contains("nextval(", StringComparison.Ordinal) ? NullOf(change.New) : value;

    private static string[] Computed(TablePair pair) =>
    [
        .. pair.New.Columns
            .Where(column => column.Computed is not null && column.Name != SearchWriter.Words)
            .Select(column => $"{column.Computed} as {Quote(column.Name)}"),
    ];

    private static string ElementOf(TablePair pair, ColumnChange change) => pair.New.List is { } list
        ? $"{pair.New.Entity.Name}.{list.Name}"
        : $"{pair.New.Entity.Name}.{change.New.Source?.Path ?? change.New.Name}";

    /// <summary>What a row holds in the new column, over the old row as `old`.</summary>
    public static string ValueOf(ColumnChange change) => change switch
    {
        { Value: { } value } => value,
        { Old: { } old } => $"old.{Quote(old.Name)}",
        _ => change.New.Default ?? NullOf(change.New),
    };

    public static string NullOf(SchemaColumn column) =>
        column.Type.StartsWith("text", StringComparison.Ordinal) ? "cast(null as text)" : $"cast(null as {column.Type})";
}
