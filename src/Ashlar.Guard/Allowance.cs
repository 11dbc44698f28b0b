using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ashlar.Guard;

/// <summary>A comment `// allow slot-size: the table of the standard is long`, on the line or the one above it.</summary>
internal sealed class Allowance
{
    private const string Word = "allow";

    private Allowance(SyntaxTrivia comment, string code, string reason)
    {
        Comment = comment;
        Code = code;
        Reason = reason;
    }

    public SyntaxTrivia Comment { get; }

    public string Code { get; }

    public string Reason { get; }

    /// <summary>A reason is at least a few words.</summary>
    public bool HasReason => Reason.Length >= 10 && Reason.IndexOf(' ') > 0;

    public static IEnumerable<Allowance> In(SyntaxNode root)
    {
        foreach (var comment in root.DescendantTrivia())
        {
            if (comment.IsKind(SyntaxKind.SingleLineCommentTrivia) && Read(comment) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>Whether a comment with a reason allows this rule where it found something.</summary>
    public static bool Covers(DiagnosticDescriptor rule, Location at)
    {
        if (at.SourceTree is not { } tree)
        {
            return false;
        }

        var line = LineOf(at);
        foreach (var found in In(tree.GetRoot()))
        {
            var place = LineOf(found.Comment.GetLocation());
            if ((place == line || place == line - 1) && found.HasReason && found.Code == GuardRule.CodeOf(rule.Id))
            {
                return true;
            }
        }

        return false;
    }

    private static int LineOf(Location at) => at.GetLineSpan().StartLinePosition.Line;

    private static Allowance? Read(SyntaxTrivia comment)
    {
        var text = comment.ToString().TrimStart('/').Trim();
        if (!text.StartsWith(Word + " slot-", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = text.Substring(Word.Length).Trim();
        var colon = rest.IndexOf(':');
        return colon < 0
            ? new Allowance(comment, rest, "")
            : new Allowance(comment, rest.Substring(0, colon).Trim(), rest.Substring(colon + 1).Trim());
    }
}
