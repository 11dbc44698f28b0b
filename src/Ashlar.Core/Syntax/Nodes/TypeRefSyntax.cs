using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>
/// `text`, `date?`, `decimal(10, 2)`, `Review[]`, `Accounts.Account?`, or `state { … }` (then <see cref="State"/>).
/// `file` and `text` carry their bounds as modifiers.
/// </summary>
public sealed record TypeRefSyntax(QualifiedNameSyntax Name, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>The numbers in round brackets of `decimal(10, 2)`.</summary>
    public ImmutableArray<NumberSyntax> Arguments { get; init; } = [];

    public bool IsOptional { get; init; }

    public bool IsList { get; init; }

    public StateSyntax? State { get; init; }
}

/// <summary>A whole number where the grammar wants one, such as `max 200` or `decimal(10, 2)`.</summary>
public sealed record NumberSyntax(decimal Value, TextSpan Span) : SyntaxNode(Span);

/// <summary>`state { initial Booked  Booked -> Arrived, Cancelled  final Done }`.</summary>
public sealed record StateSyntax(
    ImmutableArray<NameSyntax> Initial, ImmutableArray<TransitionSyntax> Transitions, ImmutableArray<NameSyntax> Final,
    TextSpan Span)
    : SyntaxNode(Span);

public sealed record TransitionSyntax(NameSyntax From, ImmutableArray<NameSyntax> To, TextSpan Span) : SyntaxNode(Span);
