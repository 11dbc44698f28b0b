using System.Text.RegularExpressions;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// The triggers, views and functions that have to make way for a change: those that differ, those that mention a table which
/// changes, and those that mention one of them. They hold no rows, so they are dropped and made again.
/// </summary>
internal sealed partial class SchemaCode
{
    private readonly Dialect _dialect;
    private readonly HashSet<string> _gone;
    private readonly HashSet<string> _new;

    private SchemaCode(Dialect dialect, HashSet<string> gone, HashSet<string> added)
    {
        (_dialect, _gone, _new) = (dialect, gone, added);
    }

    public static SchemaCode Of(RelationalSchema before, RelationalSchema after, IReadOnlyCollection<string> touched)
    {
        var kept = before.Code.Intersect(after.Code).ToHashSet(StringComparer.Ordinal);
        var gone = before.Code.Where(block => !kept.Contains(block) || touched.Any(name => RenamedText.Mentions(block, name)))
            .ToHashSet(StringComparer.Ordinal);
        var names = Created(gone).ToHashSet(StringComparer.Ordinal);
        while (before.Code.FirstOrDefault(block =>
            !gone.Contains(block) && names.Any(name => RenamedText.Mentions(block, name))) is { } block)
        {
            gone.Add(block);
            names.UnionWith(Created([block]));
        }

        var added = after.Code.Where(block => !before.Code.Contains(block) || gone.Contains(block))
            .ToHashSet(StringComparer.Ordinal);
        return new(before.Dialect, gone, added);
    }

    public bool IsEmpty => _gone.Count + _new.Count == 0;

    /// <summary>Takes away what makes way: triggers first, then what they call and read.</summary>
    public IEnumerable<string> Drops(ValueList<string> code) => code
        .Where(_gone.Contains)
        .SelectMany(block => Creates().Matches(block).Select(match => (Kind: match.Groups[1].Value, Name: match.Groups[2].Value)))
        .Where(made => _dialect == Dialect.Sqlite || made.Kind is not ("trigger" or "constraint trigger"))
        .DistinctBy(made => made.Name)
        .OrderBy(made => made.Kind switch { "trigger" => 0, "function" => 1, _ => 2 })
        .Select(made => made.Kind switch
        {
            "function" => $"drop function if exists {made.Name}() cascade;",
            "virtual table" => $"drop table if exists {made.Name};",
            _ => $"drop {made.Kind} if exists {made.Name};",
        });

    /// <summary>The blocks to make, in the order of the new schema.</summary>
    public IEnumerable<string> Blocks(ValueList<string> code) => code.Where(_new.Contains);

    /// <summary>The virtual tables among them, which are to be filled.</summary>
    public bool IsMade(string name) => Created(_new).Contains(name, StringComparer.Ordinal);

    private static IEnumerable<string> Created(IEnumerable<string> blocks) =>
        blocks.SelectMany(block => Creates().Matches(block)).Select(match => match.Groups[2].Value.Trim('"'));

    [GeneratedRegex("^create (constraint trigger|trigger|function|view|virtual table|index) (\"[^\"]+\"|[a-z0-9_]+)",
        RegexOptions.Multiline)]
    private static partial Regex Creates();
}
