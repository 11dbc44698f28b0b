using System.Globalization;
using System.Numerics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

internal sealed partial class SqliteForms
{
    public override SqlText Arithmetic(SqlWriter writer, Binary node)
    {
        if (node.Type is DecimalType type)
        {
            return Decimals(writer, node, type);
        }

        var result = Operation(node.Operator, writer.Total(node.Left), writer.Total(node.Right));
        if (!writer.Context.Ranges.CanOverflow(node))
        {
            return result;
        }

        return node.Type is ScalarType { Scalar: Scalar.Int }
            ? SqlText.Call("int_checked", result)
            : SqlText.Call(LongFunction(node.Operator), writer.Total(node.Left), writer.Total(node.Right));
    }

    public override SqlText Negate(SqlWriter writer, Unary node)
    {
        if (!IsWhole(writer, node.Operand))
        {
            return SqlText.Call("decimal_negate", Text(writer, node.Operand));
        }

        var operand = writer.Total(node.Operand);
        if (!writer.Context.Ranges.CanOverflow(node))
        {
            return SqlText.Negate(operand);
        }

        return node.Type is ScalarType { Scalar: Scalar.Int }
            ? SqlText.Call("int_checked", SqlText.Negate(operand))
            : SqlText.Call("long_subtract", SqlText.Of(0), operand);
    }

    public override SqlText CompareNumbers(SqlWriter writer, Expression left, string sign, Expression right)
    {
        if (left.Type is not DecimalType && right.Type is not DecimalType)
        {
            return SqlText.Compare(writer.Total(left), sign, writer.Total(right));
        }

        var scale = Math.Max(PlacesOf(left), PlacesOf(right));
        if (IsWhole(writer, left, scale) && IsWhole(writer, right, scale))
        {
            return SqlText.Compare(Whole(writer, left, scale), sign, Whole(writer, right, scale));
        }

        var (first, second) = (Text(writer, left), Text(writer, right));
        return sign switch
        {
            "is not distinct from" => SqlText.Call("decimal_same", first, second),
            "is distinct from" => SqlText.Call("decimal_same", first, second).Not(),
            _ => SqlText.Compare(SqlText.Call("decimal_compare", first, second), sign, SqlText.Of(0)),
        };
    }

    public override SqlText Number(SqlWriter writer, Expression node, ModelType type)
    {
        if (type is not DecimalType number)
        {
            return writer.Total(node);
        }

        var isWholeColumn = number.Precision <= NumberRange.WholeDigits;
        if (isWholeColumn && IsWhole(writer, node, number.Scale))
        {
            var whole = Whole(writer, node, number.Scale);
            return writer.Context.Ranges.Of(node).Fits(type)
                ? whole
                : SqlText.Call("digits_checked", whole, SqlText.Of(number.Precision));
        }

        return isWholeColumn ? Scaled(writer, Text(writer, node), number) : Text(writer, node);
    }

    public override SqlText Branch(SqlWriter writer, Expression node, Expression whole) =>
        whole.Type is DecimalType type && node is not Literal { Value: null }
            ? IsWhole(writer, whole) ? Whole(writer, node, type.Scale) : Text(writer, node)
            : writer.Total(node);

    public override SqlText Sum(SqlWriter writer, Comprehension node, Expression item)
    {
        if (node.Type is DecimalType type)
        {
            return IsWhole(writer, node)
                ? SqlText.Call("coalesce", SqlText.Call("sum", Whole(writer, item, type.Scale)), SqlText.Of(0))
                : Shortened(writer, node, DecimalSum(writer, item));
        }

        var sum = SqlText.Call("coalesce", SqlText.Call("sum", writer.Total(item)), SqlText.Of(0));
        return node.Type is ScalarType { Scalar: Scalar.Duration } ? SqlText.Call("duration_checked", sum)
            : node.Type is ScalarType { Scalar: Scalar.Int }
                && writer.Context.Ranges.CanOverflow(node) ? SqlText.Call("int_checked", sum)
            : sum;
    }

    public override SqlText Extreme(SqlWriter writer, Comprehension node, Expression item) => IsSortable(writer, item)
        ? base.Extreme(writer, node, item)
        : SqlText.Call("decimal_" + ExtremeOf(node), Text(writer, item));

    public override SqlText Average(SqlWriter writer, BuiltIn rounding, Expression item, SqlText rows)
    {
        var scale = PlacesOf(item);
        var function = Rounding(rounding, "divide");
        if (writer.Context.Ranges.Of(item).Times(NumberRanges.ManyRows).IsWhole && writer.Context.Ranges.Of(rounding).IsWhole)
        {
            var sum = SqlText.Call("sum", Whole(writer, item, scale));
            return SqlText.Call("scaled_" + function, sum, rows, SqlText.Of(rounding.Places - scale));
        }

        var count = SqlText.Call("decimal_text", rows, SqlText.Of(0));
        return Shortened(
            writer, rounding, SqlText.Call("decimal_" + function, DecimalSum(writer, item), count, SqlText.Of(rounding.Places)));
    }

    public override ModelType FormOf(SqlWriter writer, Expression node) =>
        node.Type is DecimalType { Precision: > NumberRange.WholeDigits } type && IsWhole(writer, node)
            ? type with { Precision = NumberRange.WholeDigits }
            : node.Type;

    public override bool IsSortable(SqlWriter writer, Expression node) => !IsNumber(node.Type) || IsWhole(writer, node);

    public override SqlText SortKey(SqlWriter writer, Expression node) =>
        IsSortable(writer, node) ? writer.Total(node) : SqlText.Call("decimal_key", writer.Total(node));

    /// <summary>Places after the point in the form that `Total` gives.</summary>
    private static int PlacesOf(Expression node) => ScaleOf(node.Type);

    /// <summary>Whether the value of the node is a whole number in SQLite. A column or input is what its type is.</summary>
    private static bool IsWhole(SqlWriter writer, Expression node) =>
        node.Type is not DecimalType type
        || (node is FieldAccess or Variable ? type.Precision <= NumberRange.WholeDigits : writer.Context.Ranges.Of(node).IsWhole);

    private static bool IsWhole(SqlWriter writer, Expression node, int scale) =>
        IsWhole(writer, node) && writer.Context.Ranges.Of(node).At(scale).IsWhole;

    /// <summary>The number in units of the last of so many places.</summary>
    private static SqlText Whole(SqlWriter writer, Expression node, int scale)
    {
        if (node is Literal literal)
        {
            return literal.Value is null ? SqlText.Null : Constant(literal, scale);
        }

        var shift = scale - PlacesOf(node);
        return shift == 0 ? writer.Total(node) : SqlText.Multiply(writer.Total(node), Power(shift));
    }

    /// <summary>The number as text, for the kernel's functions.</summary>
    private static SqlText Text(SqlWriter writer, Expression node) => node switch
    {
        Literal { Value: null } => SqlText.Null,
        Literal { Value: long or decimal } literal =>
            ConstantText(Convert.ToDecimal(literal.Value, CultureInfo.InvariantCulture)),
        _ when IsWhole(writer, node) => SqlText.Call("decimal_text", writer.Total(node), SqlText.Of(PlacesOf(node))),
        _ => writer.Total(node),
    };

    private static SqlText DecimalSum(SqlWriter writer, Expression item) =>
        SqlText.Call("decimal_sum", Text(writer, item));

    private static SqlText Decimals(SqlWriter writer, Binary node, DecimalType type)
    {
        var isProduct = node.Operator == BinaryOperator.Multiply;
        var (leftScale, rightScale) = isProduct ? (PlacesOf(node.Left), PlacesOf(node.Right)) : (type.Scale, type.Scale);
        if (IsWhole(writer, node.Left, leftScale) && IsWhole(writer, node.Right, rightScale)
            && !writer.Context.Ranges.CanOverflow(node) && writer.Context.Ranges.Of(node).At(type.Scale).IsWhole)
        {
            var whole = Operation(node.Operator, Whole(writer, node.Left, leftScale), Whole(writer, node.Right, rightScale));
            var shift = isProduct ? type.Scale - leftScale - rightScale : 0;
            return shift > 0 ? SqlText.Multiply(whole, Power(shift)) : whole;
        }

        var function = node.Operator switch
        {
            BinaryOperator.Add => "decimal_add",
            BinaryOperator.Subtract => "decimal_subtract",
            _ => "decimal_multiply",
        };
        return Shortened(writer, node, SqlText.Call(function, Text(writer, node.Left), Text(writer, node.Right)));
    }

    /// <summary>The text of a number as the whole number that the node has where its range is small enough.</summary>
    private static SqlText Shortened(SqlWriter writer, Expression node, SqlText text)
    {
        if (node.Type is not DecimalType type)
        {
            return text;
        }

        return IsWhole(writer, node) ? Scaled(writer, text, type)
            : writer.Context.Ranges.CanOverflow(node)
                ? SqlText.Call("decimal_checked", text, SqlText.Of(type.Precision), SqlText.Of(type.Scale))
                : text;
    }

    private static SqlText Scaled(SqlWriter writer, SqlText text, DecimalType type) =>
        SqlText.Call("decimal_scaled", text, SqlText.Of(type.Precision), SqlText.Of(type.Scale));

    private static SqlText Operation(BinaryOperator operation, SqlText left, SqlText right) => operation switch
    {
        BinaryOperator.Add => SqlText.Add(left, "+", right),
        BinaryOperator.Subtract => SqlText.Add(left, "-", right),
        _ => SqlText.Multiply(left, right),
    };

    private static string LongFunction(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "long_add",
        BinaryOperator.Subtract => "long_subtract",
        _ => "long_multiply",
    };

    private static SqlText Power(int digits) => SqlText.Of((long)BigInteger.Pow(10, digits));
}
