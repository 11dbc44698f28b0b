using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`slot Annuity { input { … } output { … } fails TooLong effect none timeout 2s }`: C# with a type.</summary>
public sealed record SlotSyntax(NameSyntax Name, ImmutableArray<FieldSyntax> Inputs, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    /// <summary>What it gives; a slot without one does not check.</summary>
    public SlotOutputSyntax? Output { get; init; }

    public ImmutableArray<FailureSyntax> Failures { get; init; } = [];

    /// <summary>`none`, where that is written; other effects are reported and left out.</summary>
    public NameSyntax? Effect { get; init; }

    public ExpressionSyntax? Timeout { get; init; }

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`output decimal(10, 2) min 0` (with <paramref name="Type"/>) or `output { … }` (with fields).</summary>
public sealed record SlotOutputSyntax(
    TypeRefSyntax? Type, ImmutableArray<ModifierSyntax> Modifiers, ImmutableArray<FieldSyntax> Fields, TextSpan Span)
    : SyntaxNode(Span);

/// <summary>`CardDeclined "The card was declined."` behind `fails`.</summary>
public sealed record FailureSyntax(NameSyntax Name, TextSyntax? Message, TextSpan Span) : SyntaxNode(Span);
