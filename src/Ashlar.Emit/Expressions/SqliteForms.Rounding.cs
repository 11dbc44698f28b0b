using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

internal sealed partial class SqliteForms
{
    public override SqlText Round(SqlWriter writer, BuiltIn node)
    {
        return NumberRanges.Division(node) is var (dividend, divisor)
            ? Divide(writer, node, dividend, divisor, Rounding(node, "divide"))
            : Round(writer, node, node.Arguments[0], Rounding(node, "round"));
    }

    private static SqlText Round(SqlWriter writer, BuiltIn node, Expression value, string function)
    {
        var scale = PlacesOf(value);
        if (!IsWhole(writer, value) || !writer.Context.Ranges.Of(node).IsWhole)
        {
            var rounded = SqlText.Call("decimal_" + function, Text(writer, value), SqlText.Of(node.Places));
            return Shortened(writer, node, rounded);
        }

        return Checked(writer, node, node.Places >= scale
            ? Whole(writer, value, node.Places)
            : SqlText.Call("scaled_" + function, writer.Total(value), SqlText.Of(scale - node.Places)));
    }

    private static SqlText Divide(SqlWriter writer, BuiltIn node, Expression dividend, Expression divisor, string function)
    {
        if (!IsWhole(writer, dividend) || !IsWhole(writer, divisor) || !writer.Context.Ranges.Of(node).IsWhole)
        {
            var quotient = SqlText.Call(
                "decimal_" + function, Text(writer, dividend), Text(writer, divisor), SqlText.Of(node.Places));
            return Shortened(writer, node, quotient);
        }

        var shift = node.Places - PlacesOf(dividend) + PlacesOf(divisor);
        return Checked(writer, node, SqlText.Call(
            "scaled_" + function, WholeLiteral(writer, dividend), WholeLiteral(writer, divisor), SqlText.Of(shift)));
    }

    private static SqlText WholeLiteral(SqlWriter writer, Expression node) => Whole(writer, node, PlacesOf(node));

    private static SqlText Checked(SqlWriter writer, BuiltIn node, SqlText whole) =>
        writer.Context.Ranges.CanOverflow(node) && node.Type is DecimalType type
            ? SqlText.Call("digits_checked", whole, SqlText.Of(type.Precision))
            : whole;
}
