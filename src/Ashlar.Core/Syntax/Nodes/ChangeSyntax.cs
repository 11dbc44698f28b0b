using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`change { drop Customer.fax because "…" }`: what the author decides about the change to this model.</summary>
public sealed record ChangeSyntax(NameSyntax Name, ImmutableArray<DecisionSyntax> Decisions, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

public enum DecisionKind
{
    /// <summary>`drop Customer.fax`.</summary>
    Drop,

    /// <summary>`fill Customer.phone = "unknown"`.</summary>
    Fill,

    /// <summary>`convert Order.total = total * 100 back round(value: total / 100, places: 2)`.</summary>
    Convert,

    /// <summary>`map Order.status { Packed -> Paid }`.</summary>
    Map,

    /// <summary>`move Fulfilment.Pack to Label`.</summary>
    Move,
}

/// <summary>One decision, with the reason that it has to have (<see cref="Because"/>, null where it lacks one).</summary>
public sealed record DecisionSyntax(DecisionKind Kind, WholeNameSyntax Target, TextSpan Span) : SyntaxNode(Span)
{
    public ExpressionSyntax? Value { get; init; }

    public ExpressionSyntax? Back { get; init; }

    public ImmutableArray<MappedValueSyntax> Values { get; init; } = [];

    /// <summary>The step or end that instances go to.</summary>
    public NameSyntax? To { get; init; }

    public TextSyntax? Because { get; init; }
}

/// <summary>`Packed -> Paid`.</summary>
public sealed record MappedValueSyntax(NameSyntax From, NameSyntax To, TextSpan Span) : SyntaxNode(Span);
