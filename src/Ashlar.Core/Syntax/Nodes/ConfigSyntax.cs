using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>
/// `config Payments { timeout: duration = 10s   require Short "…" { timeout &lt; 30s } }`: what whoever installs the system sets.
/// A requirement is a <see cref="CheckSyntax"/> among the keys.
/// </summary>
public sealed record ConfigSyntax(NameSyntax Name, ImmutableArray<MemberSyntax> Members, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public IEnumerable<FieldSyntax> Keys => Members.OfType<FieldSyntax>();

    public IEnumerable<CheckSyntax> Requires => Members.OfType<CheckSyntax>();

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}
