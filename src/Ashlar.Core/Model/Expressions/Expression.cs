using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Expressions;

/// <summary>
/// A checked expression: every node knows its type, names are resolved, and null is possible only where the type says
/// so. The C#, PostgreSQL and SQLite back-ends are visitors of this tree and agree on every value.
/// </summary>
public abstract record Expression(ModelType Type)
{
    public Origin Origin { get; init; }

    public abstract T Accept<T>(IExpressionVisitor<T> visitor);
}

/// <summary>A function of every kind of expression.</summary>
public interface IExpressionVisitor<out T>
{
    T Visit(Literal node);

    T Visit(Template node);

    T Visit(Variable node);

    T Visit(FieldAccess node);

    T Visit(Unary node);

    T Visit(Binary node);

    T Visit(Conditional node);

    T Visit(ListLiteral node);

    T Visit(ObjectLiteral node);

    T Visit(CallerIs node);

    T Visit(BuiltIn node);

    T Visit(Call node);

    T Visit(Comprehension node);
}

/// <summary>
/// A constant. <see cref="Value"/> by type: null; bool; int and long as long; decimal; text, email, url, zone, uuid,
/// json, enum, state and weekday as string; date as DateOnly; time as TimeOnly; instant as DateTimeOffset; duration as
/// TimeSpan; months as long.
/// </summary>
public sealed record Literal(ModelType Type, object? Value) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Text made of parts, each of which is text.</summary>
public sealed record Template(ModelType Type, ValueList<Expression> Parts) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

public enum VariableKind
{
    /// <summary>The row that the expression belongs to.</summary>
    This,

    /// <summary>The row as it was before the change.</summary>
    Old,

    /// <summary>The principal who asks, or null.</summary>
    Caller,
    Now,
    Today,

    /// <summary>The next number of the field's sequence, as text.</summary>
    Sequence,

    /// <summary>The token of the request, which only a shape shows and no database sees; null where it has none.</summary>
    SessionToken,

    /// <summary>The item of a comprehension.</summary>
    Item,

    /// <summary>The rows of one group of a view; a comprehension goes over them.</summary>
    Group,

    /// <summary>A key of the groups of a view.</summary>
    Key,

    /// <summary>A member of what a view selects.</summary>
    Column,

    /// <summary>An input of a function or an action, the parameter of a filter, or what a statement gave a name.</summary>
    Input,
}

/// <summary>A named value. `this.title` and a bare `title` are both a <see cref="FieldAccess"/> of a This variable.</summary>
public sealed record Variable(ModelType Type, VariableKind Kind, string Name) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// A field of a row or value, including `id`; through a nullable target it is nullable (null gives null). The field of
/// a row may be a collection.
/// </summary>
public sealed record FieldAccess(ModelType Type, Expression Target, string Field) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record Unary(ModelType Type, UnaryOperator Operator, Expression Operand) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// An operator. Equality is total (null equals null only); the checker proves that operands of order and arithmetic
/// are not null where they are evaluated. Right of `in` stands a list or a collection.
/// </summary>
public sealed record Binary(ModelType Type, BinaryOperator Operator, Expression Left, Expression Right) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`if … then … else …`.</summary>
public sealed record Conditional(ModelType Type, Expression Condition, Expression Then, Expression Else) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record ListLiteral(ModelType Type, ValueList<Expression> Items) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A value of a value type, every field given, in the type's field order.</summary>
public sealed record ObjectLiteral(ModelType Type, ValueList<ObjectField> Fields) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record ObjectField(string Name, Expression Value);

public sealed record CallerIs(ModelType Type, string Role) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

public enum BuiltInFunction
{
    /// <summary>`t.upper`, `.lower`, `.trim`, `.slug`, `.length` (code points) of a text.</summary>
    Upper,
    Lower,
    Trim,
    Slug,
    Length,

    /// <summary>`d.year`, `.month`, `.day`, `.weekday` of a date.</summary>
    Year,
    Month,
    Day,
    Weekday,

    /// <summary>
    /// `round(value: x, places: 2, half: even)`; the value may be one division. Arguments: value, and for a division
    /// the divisor.
    /// </summary>
    RoundHalfEven,
    RoundHalfUp,

    /// <summary>`days(from: a, until: b)`.</summary>
    DaysBetween,

    /// <summary>
    /// `instant(date: d, time: t, zone: z)`: a gap gives the first moment after it, an overlap the first moment.
    /// </summary>
    InstantOf,

    /// <summary>`date(of: i, zone: z)`.</summary>
    DateOf,

    /// <summary>`time(of: i, zone: z)`.</summary>
    TimeOf,
}

/// <summary>A function of the language; arguments in the order that <see cref="BuiltInFunction"/> names them.</summary>
public sealed record BuiltIn(ModelType Type, BuiltInFunction Function, ValueList<Expression> Arguments) : Expression(Type)
{
    /// <summary>For rounding: how many digits stay after the point.</summary>
    public int Places { get; init; }

    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A call of a declared function; arguments in the order of its inputs. Back-ends inline it.</summary>
public sealed record Call(ModelType Type, ElementName Function, ValueList<Expression> Arguments) : Expression(Type)
{
    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// `any all count sum min max average list first` over rows or values. The source is a collection
/// (<see cref="FieldAccess"/>), a list, or every row of an entity (<see cref="EntitySource"/>, then Source is null).
/// </summary>
public sealed record Comprehension(ModelType Type, ComprehensionKind Kind, Variable Item, Expression? Source) : Expression(Type)
{
    public ElementName? EntitySource { get; init; }

    public Expression? Where { get; init; }

    public Expression? Select { get; init; }

    public ValueList<SortKey> Sort { get; init; } = [];

    public override T Accept<T>(IExpressionVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record SortKey(Expression Value, bool IsDescending);
