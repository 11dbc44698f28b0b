using System.Globalization;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using LiteralNode = Ashlar.Core.Model.Expressions.Literal;

namespace Ashlar.Emit.Expressions;

/// <summary>How PostgreSQL writes what SQLite writes differently.</summary>
internal sealed class PostgresForms : SqlForms
{
    public override SqlText Literal(Literal node) => node.Value switch
    {
        bool value => value ? SqlText.True : SqlText.False,
        long.MinValue => SqlText.Primary("bigint '-9223372036854775808'"),
        long value => SqlText.Of(value),
        decimal value => Decimal(value, ScaleOf(node.Type)),
        DateOnly value => SqlText.Primary($"date '{value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'"),
        TimeOnly value => SqlText.Primary($"time '{value.ToString("HH':'mm':'ss.fff", CultureInfo.InvariantCulture)}'"),
        DateTimeOffset value => SqlText.Primary(
            $"timestamptz '{value.UtcDateTime.ToString("yyyy-MM-dd HH':'mm':'ss.fff", CultureInfo.InvariantCulture)}Z'"),
        TimeSpan value => SqlText.Of(value.Ticks / TimeSpan.TicksPerMillisecond),
        string value => Text(value, node.Type),
        var value => throw new InvalidOperationException($"a literal is no {value?.GetType().Name}"),
    };

    public override SqlText Arithmetic(SqlWriter writer, Binary node)
    {
        var (left, right) = (writer.Total(node.Left), writer.Total(node.Right));
        if (WidthOf(node) > WidthOf(node.Left) && WidthOf(node) > WidthOf(node.Right))
        {
            left = Cast(left, node.Type);
        }

        var result = node.Operator == BinaryOperator.Multiply
            ? SqlText.Multiply(left, right)
            : SqlText.Add(left, node.Operator == BinaryOperator.Subtract ? "-" : "+", right);
        return node.Type is DecimalType && writer.Context.Ranges.CanOverflow(node) ? Cast(result, node.Type) : result;
    }

    public override SqlText Negate(SqlWriter writer, Unary node) => SqlText.Negate(writer.Total(node.Operand));

    public override SqlText CompareNumbers(SqlWriter writer, Expression left, string sign, Expression right) =>
        SqlText.Compare(Operand(writer, left), sign, Operand(writer, right));

    public override SqlText Number(SqlWriter writer, Expression node, ModelType type)
    {
        var text = Branch(writer, node, type);
        return node is Literal || writer.Context.Ranges.Of(node).Fits(type) || IsSame(node.Type, type) ? text : Cast(text, type);
    }

    public override SqlText Branch(SqlWriter writer, Expression node, Expression whole) => Branch(writer, node, whole.Type);

    public override SqlText Round(SqlWriter writer, BuiltIn node)
    {
        var result = NumberRanges.Division(node) is var (dividend, divisor)
            ? SqlText.Call(Rounding(node, "divide"), writer.Total(dividend), writer.Total(divisor), SqlText.Of(node.Places))
            : SqlText.Call(
                node.Function == BuiltInFunction.RoundHalfEven ? "round_half_even" : "round",
                writer.Total(node.Arguments[0]), SqlText.Of(node.Places));
        return writer.Context.Ranges.CanOverflow(node) ? Cast(result, node.Type) : result;
    }

    // The sum of bigint is numeric.
    public override SqlText Sum(SqlWriter writer, Comprehension node, Expression item)
    {
        var sum = SqlText.Call("coalesce", SqlText.Call("sum", writer.Total(item)), SqlText.Of(0));
        if (node.Type is ScalarType { Scalar: Scalar.Duration })
        {
            return SqlText.Call("duration_checked", Cast(sum, new ScalarType(Scalar.Long)));
        }

        var isNatural = node.Type is DecimalType ? !writer.Context.Ranges.CanOverflow(node)
            : node.Type is ScalarType { Scalar: Scalar.Long } && item.Type is ScalarType { Scalar: Scalar.Int };
        return isNatural ? sum : Cast(sum, node.Type);
    }

    public override SqlText Average(SqlWriter writer, BuiltIn rounding, Expression item, SqlText count)
    {
        var sum = SqlText.Call("sum", writer.Total(item));
        return SqlText.Call(Rounding(rounding, "divide"), sum, count, SqlText.Of(rounding.Places));
    }

    public override SqlText Count(ModelType type, SqlText count) =>
        type is ScalarType { Scalar: Scalar.Long } ? count : Cast(count, type);

    public override SqlText StartsWith(SqlText text, SqlText start) => SqlText.Call("starts_with", text, start);

    public override SqlText Contains(SqlText text, SqlText part) =>
        SqlText.Compare(SqlText.Call("strpos", text, part), ">", SqlText.Of(0));

    // Columns are declared with the collation; a text that no column takes part in has the database's.
    public override SqlText Ordered(Expression node, SqlText text)
    {
        var isText = (node is Binary { Left: var left } ? left : node).Type is ScalarType
        {
            Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone,
        };
        return isText && !node.DescendantsAndSelf().OfType<FieldAccess>().Any()
            ? SqlText.Primary($"{text.In(Tightness.Primary)} collate \"C\"")
            : text;
    }

    public override bool IsSortable(SqlWriter writer, Expression node) => true;

    public override SqlText SortKey(SqlWriter writer, Expression node) => writer.Total(node);

    public override SqlText DatePart(SqlWriter writer, BuiltIn node)
    {
        var part = node.Function switch
        {
            BuiltInFunction.Year => "year",
            BuiltInFunction.Month => "month",
            _ => "day",
        };
        return Cast(SqlText.Primary($"extract({part} from {writer.Total(node.Arguments[0])})"), new ScalarType(Scalar.Int));
    }

    public override SqlText DaysBetween(SqlText from, SqlText until) => SqlText.Add(until, "-", from);

    public override SqlText Difference(SqlWriter writer, SqlText later, SqlText earlier) =>
        SqlText.Call("instant_difference", later, earlier);

    public override SqlText Times(SqlText duration, SqlText number) => SqlText.Multiply(duration, number);

    public override SqlText NearNow(SqlText now, TimeSpan distance)
    {
        var (amount, unit) = Interval(distance.Duration());
        return SqlText.Add(now, distance < TimeSpan.Zero ? "-" : "+", SqlText.Primary(
            string.Create(CultureInfo.InvariantCulture, $"interval '{amount} {unit}{(amount == 1 ? "" : "s")}'")));
    }

    // Days would follow the clocks of the session's time zone; 24 hours do not.
    private static (long Amount, string Unit) Interval(TimeSpan distance) =>
        distance.Ticks % TimeSpan.TicksPerHour == 0 ? (distance.Ticks / TimeSpan.TicksPerHour, "hour")
        : distance.Ticks % TimeSpan.TicksPerMinute == 0 ? (distance.Ticks / TimeSpan.TicksPerMinute, "minute")
        : distance.Ticks % TimeSpan.TicksPerSecond == 0 ? (distance.Ticks / TimeSpan.TicksPerSecond, "second")
        : (distance.Ticks / TimeSpan.TicksPerMillisecond, "millisecond");

    private static SqlText Operand(SqlWriter writer, Expression node) =>
        node is Comprehension { Kind: ComprehensionKind.Count } count ? writer.PlainCount(count) : writer.Total(node);

    private static SqlText Branch(SqlWriter writer, Expression node, ModelType type)
    {
        if (type is not DecimalType || node is Literal { Value: null })
        {
            return writer.Total(node);
        }

        return node is Literal { Value: long or decimal } literal
            ? Numeric(Convert.ToDecimal(literal.Value, CultureInfo.InvariantCulture), ScaleOf(type))
            : ScaleOf(node.Type) == ScaleOf(type)
                && node.Type is DecimalType ? writer.Total(node) : Cast(writer.Total(node), type);
    }

    // PostgreSQL calculates in the wider type of the operands. A literal without a point is an integer to it.
    private static int WidthOf(Expression node) => node switch
    {
        LiteralNode { Value: long or decimal } literal when ScaleOf(node.Type) == 0 =>
            Math.Abs(Convert.ToDecimal(literal.Value, CultureInfo.InvariantCulture)) switch
            {
                <= int.MaxValue => 0,
                <= long.MaxValue => 1,
                _ => 2,
            },
        { Type: DecimalType } => 2,
        { Type: ScalarType { Scalar: Scalar.Long } } => 1,
        _ => 0,
    };

    private static bool IsSame(ModelType left, ModelType right) => left.AsNullable(false) == right.AsNullable(false);

    private static SqlText Cast(SqlText value, ModelType type) =>
        SqlText.Primary($"{value.In(Tightness.Primary)}::{PostgresTypes.Of(type)}");

    private static SqlText Numeric(decimal value, int scale) =>
        scale > 0 ? Decimal(value, scale) : SqlText.Primary($"numeric '{Decimal(value, scale)}'");

    private static SqlText Decimal(decimal value, int scale)
    {
        var text = value.ToString("F" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new(text, value < 0 ? Tightness.Sign : Tightness.Primary);
    }

    private static SqlText Text(string value, ModelType type) => type switch
    {
        ScalarType { Scalar: Scalar.Uuid or Scalar.File } or ReferenceType => SqlText.Primary($"uuid {SqlText.Of(value)}"),
        ScalarType { Scalar: Scalar.Json } => SqlText.Primary($"json {SqlText.Of(value)}"),
        _ => SqlText.Of(value),
    };
}
