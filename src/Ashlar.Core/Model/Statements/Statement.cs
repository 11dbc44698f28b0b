using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Statements;

/// <summary>
/// A checked step of an action. Names that statements give are variables of the kind
/// <see cref="VariableKind.Input"/>, as the inputs of the action are; no two of one action are equal.
/// </summary>
public abstract record Statement(Origin Origin)
{
    public abstract T Accept<T>(IStatementVisitor<T> visitor);
}

/// <summary>A function of every kind of statement.</summary>
public interface IStatementVisitor<out T>
{
    T Visit(LetStatement node);

    T Visit(SetStatement node);

    T Visit(MoveStatement node);

    T Visit(CreateStatement node);

    T Visit(DeleteStatement node);

    T Visit(EmitStatement node);

    T Visit(RunStatement node);

    T Visit(CallStatement node);

    T Visit(RequireStatement node);

    T Visit(ForStatement node);

    T Visit(IfStatement node);

    T Visit(GrantStatement node);

    T Visit(LinkStatement node);

    T Visit(AuthenticateStatement node);

    T Visit(SignInStatement node);
}

/// <summary>Names a value: a scalar, an enum, a state or a row.</summary>
public sealed record LetStatement(Variable Variable, Expression Value, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Changes one field of one row; the field is stored in the row and is no state.</summary>
public sealed record SetStatement(Expression Row, ElementName Entity, string Field, Expression Value, Origin Origin)
    : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Moves a state; <paramref name="From"/> are the states that may become <paramref name="To"/>.</summary>
public sealed record MoveStatement(
    Expression Row, ElementName Entity, string Field, string To, ValueList<string> From, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Makes a row. Fields without a value take their default; required ones have a value.</summary>
public sealed record CreateStatement(ElementName Entity, ValueList<GivenValue> Values, Variable? Result, Origin Origin)
    : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Deletes one row, with what the delete rules of references to it say.</summary>
public sealed record DeleteStatement(Expression Row, ElementName Entity, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Tells an event in the same commit; every field has a value, in the order of the event's fields.</summary>
public sealed record EmitStatement(ElementName Event, ValueList<GivenValue> Values, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Runs an action in the same transaction; every required input has a value, in the order of its inputs.</summary>
public sealed record RunStatement(ElementName Action, ValueList<GivenValue> Inputs, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// Calls a slot; every required input has a value, in the order of its inputs. What the slot gives are variables: the name
/// itself, or of several values one for each, called `name.field`, as no written name is.
/// </summary>
public sealed record CallStatement(
    ElementName Slot, ValueList<GivenValue> Inputs, string? Result, ValueList<Variable> Given, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Refuses the whole action unless the condition holds; the name is the code of the problem.</summary>
public sealed record RequireStatement(Expression Condition, string Name, string Message, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// Does something for each row of a collection, or (with <see cref="EntitySource"/>, then Source is null and Limit is set)
/// of an entity. The rows are chosen before the first of them is handled.
/// </summary>
public sealed record ForStatement(Variable Item, Expression? Source, ValueList<Statement> Body, Origin Origin)
    : Statement(Origin)
{
    public ElementName? EntitySource { get; init; }

    public Expression? Where { get; init; }

    public ValueList<SortKey> Sort { get; init; } = [];

    public int? Limit { get; init; }

    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record IfStatement(Expression Condition, ValueList<Statement> Then, ValueList<Statement> Else, Origin Origin)
    : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Gives an account a role, or (<see cref="IsRevoked"/>) takes it.</summary>
public sealed record GrantStatement(string Role, Expression Account, Origin Origin) : Statement(Origin)
{
    public bool IsRevoked { get; init; }

    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// Links a row to another one, or (<see cref="IsRemoved"/>) takes the link away; what is so already stays so. The list is
/// one that <paramref name="Entity"/> declares as linked.
/// </summary>
public sealed record LinkStatement(Expression Row, ElementName Entity, string Field, Expression Item, Origin Origin)
    : Statement(Origin)
{
    public bool IsRemoved { get; init; }

    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// Finds the account that a unique field and a password name, or refuses the whole action; the name is the code of the
/// problem. <paramref name="Login"/> is the value of the field <paramref name="LoginField"/>.
/// </summary>
public sealed record AuthenticateStatement(
    ElementName Entity, string LoginField, Expression Login, Expression Password, string Name, string Message, Origin Origin)
    : Statement(Origin)
{
    public Variable? Result { get; init; }

    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Starts a session of an account; the request that runs the action may hand out its token.</summary>
public sealed record SignInStatement(Expression Account, Origin Origin) : Statement(Origin)
{
    public override T Accept<T>(IStatementVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The value of a field of a row, an event or an action.</summary>
public sealed record GivenValue(string Field, Expression Value, Origin Origin);
