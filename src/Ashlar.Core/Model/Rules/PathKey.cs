using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A hole of a path that does not find the row.</summary>
internal sealed class PathKey : Rule
{
    /// <param name="at">The hole.</param>
    /// <param name="row">What the row is called; null where the operation is about none.</param>
    public static Diagnostic NoPath(Location at, string? row)
    {
        var found = Diagnostic.Of<PathKey>(
            at, row is null ? "the path names a row, but nothing is exposed here" : $"a key of this path starts at `{row}`");
        return found.WithLabel("finds no row").WithHelp(row is null
            ? "move it into the `expose` of the row, or leave the key out"
            : $"write a field behind `{row}` that finds one row, such as `{row}.id`");
    }

    public static Diagnostic NoReference(Location at, string step) =>
        Diagnostic.Of<PathKey>(at, $"`{step}` does not lead to one row")
            .WithLabel("not a reference that every row has")
            .WithHelp("name a reference without `?`, or end the key here");

    public static Diagnostic NotUnique(Location at, string entity, string field) =>
        Diagnostic.Of<PathKey>(at, $"`{field}` does not tell one `{entity}` from another")
            .WithLabel("not a key")
            .WithHelp($"make `{field}` a `unique` text or number without `?`, or name `id`");

    public static Diagnostic OfRowItself(Location at, string entity) =>
        Diagnostic.Of<PathKey>(at, $"this path is about no `{entity}` that is there")
            .WithLabel("finds the row itself")
            .WithHelp("name a row that it refers to, or leave the key out");

    public static Diagnostic Missing(Location at, string row) =>
        Diagnostic.Of<PathKey>(at, $"the path has to find `{row}` by one key")
            .WithLabel("finds no row, or finds it twice")
            .WithHelp($"write `{{{row}.id}}`, or another field that no two rows share, in one place");
}
