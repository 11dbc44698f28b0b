using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>What one database writes in its own way. Everything else is the same text on both.</summary>
internal abstract class SqlForms
{
    public abstract SqlText Literal(Literal node);

    /// <summary>`+`, `-` or `*` of two numbers, exact, an error beyond the node's type.</summary>
    public abstract SqlText Arithmetic(SqlWriter writer, Binary node);

    public abstract SqlText Negate(SqlWriter writer, Unary node);

    public abstract SqlText CompareNumbers(SqlWriter writer, Expression left, string sign, Expression right);

    /// <summary>A number in the form in which a column of this type holds it, an error where it does not fit.</summary>
    public abstract SqlText Number(SqlWriter writer, Expression node, ModelType type);

    /// <summary>A branch of a condition or of `??`, in the form of the whole.</summary>
    public abstract SqlText Branch(SqlWriter writer, Expression node, Expression whole);

    public abstract SqlText Round(SqlWriter writer, BuiltIn node);

    /// <summary>`sum(…)` over the rows of a query, zero for none.</summary>
    public abstract SqlText Sum(SqlWriter writer, Comprehension node, Expression item);

    /// <summary>The average over the rows of a query, divided and rounded once, null for none.</summary>
    public abstract SqlText Average(SqlWriter writer, BuiltIn rounding, Expression item, SqlText count);

    public abstract SqlText Count(ModelType type, SqlText count);

    /// <summary>`min(…)` or `max(…)` over the rows of a query, null for none.</summary>
    public virtual SqlText Extreme(SqlWriter writer, Comprehension node, Expression item) =>
        SqlText.Call(ExtremeOf(node), Ordered(item, Branch(writer, item, node)));

    public abstract SqlText StartsWith(SqlText text, SqlText start);

    public abstract SqlText Contains(SqlText text, SqlText part);

    /// <summary>A text whose order is that of its code points.</summary>
    public abstract SqlText Ordered(Expression node, SqlText text);

    /// <summary>The type whose columns have the form that the value has here.</summary>
    public virtual ModelType FormOf(SqlWriter writer, Expression node) => node.Type;

    /// <summary>Whether the form of the value sorts as the value does.</summary>
    public abstract bool IsSortable(SqlWriter writer, Expression node);

    /// <summary>A key to sort by, where the form of the value does not sort as the value does.</summary>
    public abstract SqlText SortKey(SqlWriter writer, Expression node);

    public abstract SqlText DatePart(SqlWriter writer, BuiltIn node);

    public abstract SqlText DaysBetween(SqlText from, SqlText until);

    /// <summary>instant − instant.</summary>
    public abstract SqlText Difference(SqlWriter writer, SqlText later, SqlText earlier);

    /// <summary>A duration a whole number of times.</summary>
    public abstract SqlText Times(SqlText duration, SqlText number);

    /// <summary>`now` moved by a literal duration, which cannot leave the calendar.</summary>
    public abstract SqlText NearNow(SqlText now, TimeSpan distance);

    protected static string Rounding(BuiltIn node, string operation) =>
        operation + (node.Function == BuiltInFunction.RoundHalfEven ? "_half_even" : "_half_up");

    protected static string ExtremeOf(Comprehension node) => node.Kind == ComprehensionKind.Min ? "min" : "max";

    protected static bool IsNumber(ModelType type) => Fallibility.IsNumber(type);

    protected static int ScaleOf(ModelType type) => type is DecimalType number ? number.Scale : 0;
}
