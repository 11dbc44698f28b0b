using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>
/// Applies the fixes of findings to the texts that they were found in. Of each finding the first allowed fix is taken.
/// A fix is applied whole or not at all: one that touches what an earlier one changes waits for the next run.
/// </summary>
public static class FixApplier
{
    /// <summary>Applies only fixes that may be applied unseen.</summary>
    public static FixResult ApplySafe(IReadOnlyList<SourceFile> files, IEnumerable<Diagnostic> found) =>
        Apply(files, found, fix => fix.Safety == FixSafety.Safe);

    /// <summary>Applies also fixes that change behaviour, data or callers.</summary>
    public static FixResult ApplyAll(IReadOnlyList<SourceFile> files, IEnumerable<Diagnostic> found) =>
        Apply(files, found, fix => fix.Safety != FixSafety.Choice);

    /// <summary>Applies one fix.</summary>
    public static IReadOnlyList<SourceFile> Apply(IReadOnlyList<SourceFile> files, Fix fix) =>
        Rewrite(files, [.. fix.Edits.Distinct()]);

    private static FixResult Apply(IReadOnlyList<SourceFile> files, IEnumerable<Diagnostic> found, Func<Fix, bool> isAllowed)
    {
        var applied = ImmutableArray.CreateBuilder<Diagnostic>();
        var waiting = ImmutableArray.CreateBuilder<Diagnostic>();
        var edits = new List<TextEdit>();
        foreach (var diagnostic in found)
        {
            if (diagnostic.Fixes.FirstOrDefault(isAllowed) is not { } fix)
            {
                continue;
            }

            var wanted = fix.Edits.Distinct().Except(edits).ToList();
            var isFree = !wanted.Exists(edit => edits.Exists(other => Overlaps(edit, other)));
            (isFree ? applied : waiting).Add(diagnostic);
            edits.AddRange(isFree ? wanted : []);
        }

        return new FixResult(Rewrite(files, edits), applied.ToImmutable(), waiting.ToImmutable());
    }

    /// <summary>Two insertions at one place overlap too: their order would be a guess.</summary>
    private static bool Overlaps(TextEdit left, TextEdit right) =>
        string.Equals(left.Path, right.Path, StringComparison.Ordinal)
        && (left.Span.Start == right.Span.Start
            || (left.Span.Start < right.Span.End && right.Span.Start < left.Span.End));

    private static ImmutableArray<SourceFile> Rewrite(IReadOnlyList<SourceFile> files, IReadOnlyList<TextEdit> edits)
    {
        var byPath = edits.ToLookup(edit => edit.Path, StringComparer.Ordinal);
        return [.. files.Select(file => byPath.Contains(file.Path) ? Rewrite(file, byPath[file.Path]) : file)];
    }

    private static SourceFile Rewrite(SourceFile file, IEnumerable<TextEdit> edits)
    {
        var text = file.Text;
        foreach (var edit in edits.OrderByDescending(edit => edit.Span.Start).ThenByDescending(edit => edit.Span.End))
        {
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        }

        return new SourceFile(file.Path, text);
    }
}
