using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>A word (with its operand) after a field's type. Order means nothing; `ashlar fmt` sets the canonical one.</summary>
public abstract record ModifierSyntax(TextSpan Span) : SyntaxNode(Span)
{
    public abstract T Accept<T>(IModifierVisitor<T> visitor);
}

/// <summary>A function of every kind of modifier.</summary>
public interface IModifierVisitor<out T>
{
    T Visit(BoundSyntax node);

    T Visit(FlagSyntax node);

    T Visit(PatternSyntax node);

    T Visit(FileTypesSyntax node);

    T Visit(DefaultSyntax node);

    T Visit(OnUpdateSyntax node);

    T Visit(ComputedSyntax node);

    T Visit(GeneratedSyntax node);

    T Visit(OnDeleteSyntax node);

    T Visit(InverseSyntax node);

    T Visit(WasModifierSyntax node);
}

public enum BoundKind
{
    Min,
    Max,
    Length,
}

/// <summary>
/// `min 0`, `max 200`, `length 13`, `max 5MB` (the operand of a file is in bytes), `min 1s`. The operand is a literal,
/// with a minus where it is negative.
/// </summary>
public sealed record BoundSyntax(BoundKind Kind, ExpressionSyntax Value, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

public enum FlagKind
{
    Unique,
    Readonly,
    Personal,
    Owned,
    Linked,

    /// <summary>`not blank`.</summary>
    NotBlank,

    /// <summary>`blank as null`.</summary>
    BlankAsNull,
}

public sealed record FlagSyntax(FlagKind Kind, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`matches pattern "97[89][0-9]{10}"`: a raw literal, nothing in it is interpolated or escaped.</summary>
public sealed record PatternSyntax(string Pattern, TextSpan PatternSpan, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`types "image/png", "image/jpeg"`.</summary>
public sealed record FileTypesSyntax(ImmutableArray<TextSyntax> Types, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`= 0`, `= Paperback`, `= now`.</summary>
public sealed record DefaultSyntax(ExpressionSyntax Value, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`on update now`.</summary>
public sealed record OnUpdateSyntax(ExpressionSyntax Value, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`computed { quantity * unitPrice }`.</summary>
public sealed record ComputedSyntax(ExpressionSyntax Value, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`generated "ORD-{sequence}"`, or `generated sequence` for an int (then <see cref="Template"/> is null).</summary>
public sealed record GeneratedSyntax(ExpressionSyntax? Template, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`on delete restrict`.</summary>
public sealed record OnDeleteSyntax(DeleteRule Rule, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`inverse book`: the reference in the other entity that this collection reads backwards.</summary>
public sealed record InverseSyntax(NameSyntax Field, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`was name`: what the field was called before.</summary>
public sealed record WasModifierSyntax(FormerName Was, TextSpan Span) : ModifierSyntax(Span)
{
    public override T Accept<T>(IModifierVisitor<T> visitor) => visitor.Visit(this);
}
