using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>A step of an action as written. A new one does not compile until every stage handles it.</summary>
public abstract record StatementSyntax(TextSpan Span) : SyntaxNode(Span)
{
    public abstract T Accept<T>(IStatementSyntaxVisitor<T> visitor);
}

/// <summary>A function of every kind of statement.</summary>
public interface IStatementSyntaxVisitor<out T>
{
    T Visit(LetSyntax node);

    T Visit(SetSyntax node);

    T Visit(MoveSyntax node);

    T Visit(NewRowSyntax node);

    T Visit(RemoveRowSyntax node);

    T Visit(EmitSyntax node);

    T Visit(RunSyntax node);

    T Visit(RequireSyntax node);

    T Visit(ForSyntax node);

    T Visit(WhenSyntax node);

    T Visit(GrantSyntax node);

    T Visit(LinkSyntax node);

    T Visit(AuthenticateSyntax node);

    T Visit(SignInStepSyntax node);

    T Visit(ApplySyntax node);
}

/// <summary>`let price = book.price * 2`.</summary>
public sealed record LetSyntax(NameSyntax Name, ExpressionSyntax Value, TextSpan Span) : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`set order.placedAt = now`: the row is an expression, the field a name.</summary>
public sealed record SetSyntax(ExpressionSyntax Row, NameSyntax Field, ExpressionSyntax Value, TextSpan Span)
    : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`move order.status to Placed`, or `move ticket.status from Waiting to Open`.</summary>
public sealed record MoveSyntax(ExpressionSyntax Row, NameSyntax Field, NameSyntax To, TextSpan Span) : StatementSyntax(Span)
{
    /// <summary>The states that this move begins in; none means all that may become <see cref="To"/>.</summary>
    public ImmutableArray<NameSyntax> From { get; init; } = [];

    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`create Invoice { order: order, total: order.total } as invoice`.</summary>
public sealed record NewRowSyntax(QualifiedNameSyntax Entity, ObjectSyntax Values, NameSyntax? As, TextSpan Span)
    : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`delete line`.</summary>
public sealed record RemoveRowSyntax(ExpressionSyntax Row, TextSpan Span) : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`emit OrderPlaced { order: order, total: order.total }`.</summary>
public sealed record EmitSyntax(QualifiedNameSyntax Event, ObjectSyntax Values, TextSpan Span) : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`run ReserveStock { book: line.book, quantity: line.quantity }`, or of a slot `run Annuity { … } as plan`.</summary>
public sealed record RunSyntax(QualifiedNameSyntax Action, ObjectSyntax Inputs, TextSpan Span) : StatementSyntax(Span)
{
    /// <summary>The name of what a slot gives.</summary>
    public NameSyntax? As { get; init; }

    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`require count(l in order.lines) > 0 else EmptyOrder "An order needs a line."`.</summary>
public sealed record RequireSyntax(ExpressionSyntax Condition, NameSyntax Name, TextSyntax? Message, TextSpan Span)
    : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// `for line in order.lines where … sort line.position limit 100 { … }`: the source is a collection or the name of an entity.
/// </summary>
public sealed record ForSyntax(
    NameSyntax Item, ExpressionSyntax Source, ImmutableArray<StatementSyntax> Body, TextSpan Span) : StatementSyntax(Span)
{
    public ExpressionSyntax? Where { get; init; }

    public ImmutableArray<SortKeySyntax> Sort { get; init; } = [];

    public NumberSyntax? Limit { get; init; }

    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`if order.total > 100 { … } else { … }`; `else if` is an <see cref="Else"/> of one statement.</summary>
public sealed record WhenSyntax(
    ExpressionSyntax Condition, ImmutableArray<StatementSyntax> Then, ImmutableArray<StatementSyntax> Else, TextSpan Span)
    : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`grant Editor to account`, or with <see cref="IsRevoked"/> `revoke Editor from account`.</summary>
public sealed record GrantSyntax(QualifiedNameSyntax Role, ExpressionSyntax Account, TextSpan Span) : StatementSyntax(Span)
{
    public bool IsRevoked { get; init; }

    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`add caller to book.wishedBy`, or with <see cref="IsRemoved"/> `remove caller from book.wishedBy`.</summary>
public sealed record LinkSyntax(ExpressionSyntax Item, ExpressionSyntax Row, NameSyntax Field, TextSpan Span)
    : StatementSyntax(Span)
{
    public bool IsRemoved { get; init; }

    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`authenticate Account { email: email, password: password } as user else BadCredentials "…"`.</summary>
public sealed record AuthenticateSyntax(
    QualifiedNameSyntax Entity, ObjectSyntax Values, NameSyntax Name, TextSyntax? Message, TextSpan Span) : StatementSyntax(Span)
{
    /// <summary>The name of the account for the steps that follow.</summary>
    public NameSyntax? As { get; init; }

    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`sign in user`.</summary>
public sealed record SignInStepSyntax(ExpressionSyntax Account, TextSpan Span) : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`apply changes to book`.</summary>
public sealed record ApplySyntax(ExpressionSyntax Row, TextSpan Span) : StatementSyntax(Span)
{
    public override T Accept<T>(IStatementSyntaxVisitor<T> visitor) => visitor.Visit(this);
}
