using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// What of the old tables is called otherwise in the new schema, and with it which constraints and indexes stay: those that
/// say the same once the names are put in. A column that is made anew takes what is written about it along.
/// </summary>
internal sealed class SchemaNames(ValueList<TablePair> pairs)
{
    private const string Gone = "?";

    private readonly Dictionary<string, string> _tables =
        pairs.ToDictionary(pair => pair.Old.Name, pair => pair.New.Name, StringComparer.Ordinal);

    /// <summary>The constraints that stay, old and new.</summary>
    public IReadOnlyList<(SchemaRule Old, SchemaRule New)> KeptRules(TablePair pair)
    {
        var columns = ColumnsOf(pair);
        var open = pair.New.Rules.ToList();
        var kept = new List<(SchemaRule Old, SchemaRule New)>();
        foreach (var old in pair.Old.Rules.OrderBy(rule => pair.New.Rules.Any(other => other.Name == rule.Name) ? 0 : 1))
        {
            var definition = Renamed(old, columns);
            var same = open.Where(rule => rule.GetType() == old.GetType() && rule.Definition == definition).ToList();
            if (same.Find(rule => rule.Name == old.Name) is { } named)
            {
                same.Insert(0, named);
            }

            if (same.Count > 0)
            {
                open.Remove(same[0]);
                kept.Add((old, same[0]));
            }
        }

        return kept;
    }

    /// <summary>The indexes that stay, old and new.</summary>
    public static IReadOnlyList<(SchemaIndex Old, SchemaIndex New)> KeptIndexes(TablePair pair)
    {
        var columns = ColumnsOf(pair);
        var open = pair.New.Indexes.ToList();
        var kept = new List<(SchemaIndex Old, SchemaIndex New)>();
        foreach (var old in pair.Old.Indexes)
        {
            var keys = old.Keys.Select(key => key with { Column = columns.GetValueOrDefault(key.Column, Gone) }).ToValueList();
            var where = old.Where is null ? null : RenamedText.Of(old.Where, columns);
            var same = open.FirstOrDefault(index => index.Keys == keys && index.Where == where && index.IsUnique == old.IsUnique);
            if (same is not null)
            {
                open.Remove(same);
                kept.Add((old, same));
            }
        }

        return kept;
    }

    /// <summary>Whether a computed column is calculated from the same as before.</summary>
    public static bool IsSameComputed(TablePair pair, ColumnChange change) => change.Old is { Computed: { } computed } old
        && old.Type == change.New.Type
        && RenamedText.Of(computed, ColumnsOf(pair)) == change.New.Computed;

    private string Renamed(SchemaRule rule, Dictionary<string, string> columns) => rule is ReferenceRule reference
        ? (reference with
        {
            Column = columns.GetValueOrDefault(reference.Column, Gone),
            Target = reference.Target == EntityConstraints.FilesTable
                ? reference.Target
                : _tables.GetValueOrDefault(reference.Target, Gone),
        }).Definition
        : RenamedText.Of(rule.Definition, columns);

    public static Dictionary<string, string> ColumnsOf(TablePair pair)
    {
        var names = pair.Old.Columns.ToDictionary(column => column.Name, _ => Gone, StringComparer.Ordinal);
        foreach (var change in pair.Columns.Where(change => !change.IsReplaced))
        {
            if (change.Old is { } old && (old.Computed is null) == (change.New.Computed is null))
            {
                names[old.Name] = change.New.Name;
            }
        }

        return names;
    }
}
