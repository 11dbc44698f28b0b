using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>An expression as written.</summary>
public abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span)
{
    public abstract T Accept<T>(IExpressionSyntaxVisitor<T> visitor);
}

/// <summary>A function of every kind of expression.</summary>
public interface IExpressionSyntaxVisitor<out T>
{
    T Visit(LiteralSyntax node);

    T Visit(TemplateSyntax node);

    T Visit(NameExpressionSyntax node);

    T Visit(MemberAccessSyntax node);

    T Visit(CallSyntax node);

    T Visit(UnarySyntax node);

    T Visit(BinarySyntax node);

    T Visit(IfSyntax node);

    T Visit(CallerIsSyntax node);

    T Visit(ListSyntax node);

    T Visit(ObjectSyntax node);

    T Visit(ComprehensionSyntax node);

    T Visit(MissingExpressionSyntax node);
}

public enum LiteralKind
{
    Null,
    True,
    False,
    Integer,
    Decimal,
    Text,

    /// <summary>`30s 5m 2h 14d`: the value is a <see cref="TimeSpan"/>.</summary>
    Duration,

    /// <summary>`1 month`, `18 years`: the value is the number of months.</summary>
    Months,

    /// <summary>`5MB`: the value is a number of bytes.</summary>
    Bytes,

    /// <summary>`date "2026-03-01"`: the value is a <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>`time "14:30"`: the value is a <see cref="TimeOnly"/>.</summary>
    Time,

    /// <summary>`instant "2026-03-01T14:30:00Z"`: the value is a <see cref="DateTimeOffset"/> in UTC.</summary>
    Instant,
}

/// <summary>A literal. <see cref="Value"/> is null, bool, long, decimal, string or what the kind names.</summary>
public sealed record LiteralSyntax(LiteralKind Kind, object? Value, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A text with `{expression}` in it; parts are literals and expressions in order.</summary>
public sealed record TemplateSyntax(ImmutableArray<ExpressionSyntax> Parts, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A bare name: a field, an input, an enum value, `this`, `caller`, `now`, `today`, `sequence`.</summary>
public sealed record NameExpressionSyntax(NameSyntax Name, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record MemberAccessSyntax(ExpressionSyntax Target, NameSyntax Name, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`Treating(patient: this, person: caller)`: arguments are always named.</summary>
public sealed record CallSyntax(QualifiedNameSyntax Function, ImmutableArray<ArgumentSyntax> Arguments, TextSpan Span)
    : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record ArgumentSyntax(NameSyntax Name, ExpressionSyntax Value, TextSpan Span) : SyntaxNode(Span);

public sealed record UnarySyntax(UnaryOperator Operator, ExpressionSyntax Operand, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record BinarySyntax(
    BinaryOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right, TextSpan OperatorSpan, TextSpan Span)
    : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`if c then a else b`.</summary>
public sealed record IfSyntax(ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Else, TextSpan Span)
    : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`caller is Editor`.</summary>
public sealed record CallerIsSyntax(QualifiedNameSyntax Role, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`[Booked, Arrived]`.</summary>
public sealed record ListSyntax(ImmutableArray<ExpressionSyntax> Items, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`{ street: "…", city: "…" }`.</summary>
public sealed record ObjectSyntax(ImmutableArray<ArgumentSyntax> Fields, TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`any(l in lines where l.paid: l.amount > 5)`, `first(r in Report where … sort r.at desc)`.</summary>
public sealed record ComprehensionSyntax(ComprehensionKind Kind, NameSyntax Item, ExpressionSyntax Source, TextSpan Span)
    : ExpressionSyntax(Span)
{
    public ExpressionSyntax? Where { get; init; }

    public ExpressionSyntax? Select { get; init; }

    public ImmutableArray<SortKeySyntax> Sort { get; init; } = [];

    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Where an expression should stand and none does; already reported.</summary>
public sealed record MissingExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span)
{
    public override T Accept<T>(IExpressionSyntaxVisitor<T> visitor) => visitor.Visit(this);
}
