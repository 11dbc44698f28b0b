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

    public EffectSyntax? Effect { get; init; }

    public ImmutableArray<CapabilitySyntax> Capabilities { get; init; } = [];

    public ExpressionSyntax? Timeout { get; init; }

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`output decimal(10, 2) min 0` (with <paramref name="Type"/>) or `output { … }` (with fields).</summary>
public sealed record SlotOutputSyntax(
    TypeRefSyntax? Type, ImmutableArray<ModifierSyntax> Modifiers, ImmutableArray<FieldSyntax> Fields, TextSpan Span)
    : SyntaxNode(Span);

/// <summary>`CardDeclined "The card was declined."` or `GatewayDown transient` behind `fails`.</summary>
public sealed record FailureSyntax(NameSyntax Name, TextSyntax? Message, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>The word `transient`: it may go better another time.</summary>
    public NameSyntax? Transient { get; init; }
}

/// <summary>`none`, `idempotent`, `reconcile by FindCharge` or `once irreversible`.</summary>
public sealed record EffectSyntax(NameSyntax Word, NameSyntax? By, TextSpan Span) : SyntaxNode(Span)
{
    public bool IsIrreversible { get; init; }
}

/// <summary>`http Payments.baseUrl` (with <paramref name="Key"/>) or `config Payments` behind `can`.</summary>
public sealed record CapabilitySyntax(NameSyntax Kind, NameSyntax Config, NameSyntax? Key, TextSpan Span) : SyntaxNode(Span);
