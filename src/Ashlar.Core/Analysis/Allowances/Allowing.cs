using Ashlar.Core.Analysis.Rules;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Allowances;

/// <summary>
/// Takes out the warnings that the author allowed with a reason, and reports allowances that have no reason or that
/// allow nothing. It is asked only for a model without errors, for only then have all rules run.
/// </summary>
public static class Allowing
{
    public static IEnumerable<Diagnostic> Apply(IEnumerable<SyntaxTree> trees, IReadOnlyList<Diagnostic> found)
    {
        var allowances = trees.SelectMany(AllowanceReader.Read).ToList();
        if (allowances.Count == 0)
        {
            return found;
        }

        var kept = found.Where(one => !allowances.Exists(allowance => allowance.Reason.Length > 0 && allowance.Covers(one)));
        return kept.Concat(allowances.Select(allowance => Judge(allowance, found)).OfType<Diagnostic>());
    }

    private static Diagnostic? Judge(Allowance allowance, IReadOnlyList<Diagnostic> found)
    {
        if (!found.Any(allowance.Covers))
        {
            return FoundUseless(allowance);
        }

        return allowance.Reason.Length > 0
            ? null
            : Diagnostic.Of<AllowWithoutReason>(allowance.Location, $"`{allowance.Code}` is allowed without a reason")
                .WithLabel("says no to a warning, and not why")
                .WithHelp($"write why behind a colon: `// allow {allowance.Code}: …`");
    }

    private static Diagnostic FoundUseless(Allowance allowance)
    {
        var rule = RuleCatalogue.Find(allowance.Code);
        var found = Diagnostic.Of<UselessAllow>(allowance.Location, Message(allowance, rule)).WithLabel("has no effect");
        if (rule is null && RuleCatalogue.Nearest(allowance.Code) is [var nearest, ..] near)
        {
            return found.WithNearest(near).WithHelp($"write `{nearest}`");
        }

        return found
            .WithHelp("remove the comment")
            .WithFix(Fix.Remove(FixSafety.Safe, LineOf(allowance), "remove the comment"));
    }

    private static string Message(Allowance allowance, Rule? rule) => rule switch
    {
        null => $"no warning is called `{allowance.Code}`",
        { Severity: Severity.Error } => $"`{allowance.Code}` is an error, which nothing allows",
        _ when allowance.Line == 0 => $"this allowance of `{allowance.Code}` does not stand in a line of its own",
        _ => $"the line below has no finding `{allowance.Code}`",
    };

    /// <summary>The whole line where the comment is alone in it.</summary>
    private static Location LineOf(Allowance allowance)
    {
        if (allowance.Line == 0)
        {
            return allowance.Location;
        }

        var text = allowance.File.Text;
        var start = allowance.File.LineStart(allowance.File.PositionOf(allowance.Comment.Start).Line);
        var end = text.IndexOf('\n', allowance.Comment.End);
        return allowance.Location with { Span = TextSpan.FromBounds(start, end < 0 ? text.Length : end + 1) };
    }
}
