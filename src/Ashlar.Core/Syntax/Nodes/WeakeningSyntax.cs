using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`row version optional` or `unknown members ignored`: what an API does not hold its callers to.</summary>
public sealed record WeakeningSyntax(TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Of `row version`; null for `unknown members ignored`.</summary>
    public RowVersionUse? RowVersion { get; init; }
}
