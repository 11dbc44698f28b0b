using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

internal sealed partial class CSharpWriter
{
    public CSharpText Visit(BuiltIn node) => node.Function switch
    {
        BuiltInFunction.Upper => OfText(node, "Upper"),
        BuiltInFunction.Lower => OfText(node, "Lower"),
        BuiltInFunction.Trim => OfText(node, "Trim"),
        BuiltInFunction.Slug => OfText(node, "Slug"),
        BuiltInFunction.Length => OfText(node, "Length"),
        BuiltInFunction.Year => OfDate(node, "Year"),
        BuiltInFunction.Month => OfDate(node, "Month"),
        BuiltInFunction.Day => OfDate(node, "Day"),
        BuiltInFunction.Weekday => OfDate(node, "DayOfWeek"),
        BuiltInFunction.DaysBetween => OfAll(node, "Times.Days"),
        BuiltInFunction.InstantOf => OfAll(node, "Times.InstantOf"),
        BuiltInFunction.DateOf => OfAll(node, "Times.DateOf"),
        BuiltInFunction.TimeOf => OfAll(node, "Times.TimeOf"),
        _ => Round(node),
    };

    private CSharpText OfText(BuiltIn node, string function)
    {
        var argument = node.Arguments[0];
        return argument.Type.IsNullable
            ? Write(argument).MemberOrNull(function + "()")
            : CSharpText.Call("TextForm." + function, Write(argument));
    }

    private CSharpText OfDate(BuiltIn node, string member)
    {
        var date = Write(node.Arguments[0]);
        return node.Arguments[0].Type.IsNullable ? date.MemberOrNull(member) : date.Member(member);
    }

    private CSharpText OfAll(BuiltIn node, string function) =>
        CSharpText.Call(function, [.. node.Arguments.Select(Write)]);

    private CSharpText Round(BuiltIn node)
    {
        var half = CSharpText.Primary(node.Function == BuiltInFunction.RoundHalfEven
            ? "MidpointRounding.ToEven"
            : "MidpointRounding.AwayFromZero");
        var places = Number(node.Places);
        if (NumberRanges.Division(node) is var (dividend, divisor))
        {
            return CSharpText.Call("Numbers.RoundQuotient", Write(dividend), Write(divisor), places, half);
        }

        return node.Arguments[0] is Comprehension { Kind: ComprehensionKind.Average } average
            ? CSharpText.Call("Numbers.RoundAverage", Values(average, new DecimalType(NumberRange.MostDigits, 0)), places, half)
            : CSharpText.Call("Numbers.Round", Write(node.Arguments[0]), places, half);
    }
}
