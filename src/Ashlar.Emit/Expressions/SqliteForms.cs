using System.Globalization;
using System.Numerics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// How SQLite writes what PostgreSQL writes differently. A decimal is a whole number of units of its last digit where 18
/// digits hold it, otherwise text that the kernel's functions calculate with.
/// </summary>
internal sealed partial class SqliteForms : SqlForms
{
    public override SqlText Literal(Literal node) => node.Value switch
    {
        bool value => value ? SqlText.True : SqlText.False,
        long or decimal when node.Type is DecimalType type => Constant(node, type.Scale),
        long.MinValue => new("-9223372036854775808", Tightness.Sign),
        long value => SqlText.Of(value),
        DateOnly value => SqlText.Of(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly value => SqlText.Of(value.ToString("HH':'mm':'ss.fff", CultureInfo.InvariantCulture)),
        DateTimeOffset value => SqlText.Of(value.ToUnixTimeMilliseconds()),
        TimeSpan value => SqlText.Of(value.Ticks / TimeSpan.TicksPerMillisecond),
        string value => SqlText.Of(node.Type is ScalarType { Scalar: Scalar.Uuid } ? value.ToLowerInvariant() : value),
        var value => throw new InvalidOperationException($"a literal is no {value?.GetType().Name}"),
    };

    public override SqlText Count(ModelType type, SqlText count) => count;

    public override SqlText StartsWith(SqlText text, SqlText start) => SqlText.Compare(
        SqlText.Call("substr", text, SqlText.Of(1), SqlText.Call("length", start)), "=", start);

    public override SqlText Contains(SqlText text, SqlText part) =>
        SqlText.Compare(SqlText.Call("instr", text, part), ">", SqlText.Of(0));

    public override SqlText Ordered(Expression node, SqlText text) => text;

    public override SqlText DatePart(SqlWriter writer, BuiltIn node)
    {
        var (start, length) = node.Function switch
        {
            BuiltInFunction.Year => (1, 4),
            BuiltInFunction.Month => (6, 2),
            _ => (9, 2),
        };
        var part = SqlText.Call("substr", writer.Total(node.Arguments[0]), SqlText.Of(start), SqlText.Of(length));
        return SqlText.Primary($"cast({part} as integer)");
    }

    public override SqlText DaysBetween(SqlText from, SqlText until) =>
        SqlText.Primary($"cast(julianday({until}) - julianday({from}) as integer)");

    public override SqlText Difference(SqlWriter writer, SqlText later, SqlText earlier) => SqlText.Add(later, "-", earlier);

    public override SqlText Times(SqlText duration, SqlText number) => SqlText.Call("long_multiply", duration, number);

    public override SqlText NearNow(SqlText now, TimeSpan distance)
    {
        var milliseconds = distance.Duration().Ticks / TimeSpan.TicksPerMillisecond;
        return SqlText.Add(now, distance < TimeSpan.Zero ? "-" : "+", SqlText.Of(milliseconds));
    }

    /// <summary>A literal number: in units of the last digit where 18 digits hold it, otherwise as text.</summary>
    private static SqlText Constant(Literal node, int scale)
    {
        var value = Convert.ToDecimal(node.Value, CultureInfo.InvariantCulture);
        var unscaled = NumberRange.Unscaled(value, scale);
        return new NumberRange(BigInteger.Abs(unscaled), scale).IsWhole ? SqlText.Of((long)unscaled) : ConstantText(value);
    }

    private static SqlText ConstantText(decimal value) => SqlText.Of(value.ToString(CultureInfo.InvariantCulture));
}
