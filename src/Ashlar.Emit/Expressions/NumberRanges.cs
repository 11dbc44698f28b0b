using System.Numerics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// How large the numbers of an expression can get, from types and from the bounds of fields. It decides where an overflow
/// has to be looked for, and which decimals SQLite calculates with its own operators.
/// </summary>
internal sealed class NumberRanges(SystemModel model)
{
    /// <summary>The rows for which the type of a sum has digits.</summary>
    public static readonly BigInteger ManyRows = BigInteger.Pow(10, 6);

    private const int MostDays = 3652059;
    private const int MostYears = 9999;

    /// <summary>The range of an expression's value; an overflow beyond its type is an error and no value.</summary>
    public NumberRange Of(Expression node) => Calculated(node).AtMost(NumberRange.Of(node.Type));

    /// <summary>Whether the calculation of this node (not of its parts) can give a number that its type does not hold.</summary>
    public bool CanOverflow(Expression node) => !Calculated(node).Fits(node.Type);

    private NumberRange Calculated(Expression node) => node switch
    {
        Literal { Value: long value } => NumberRange.Of(value),
        Literal { Value: decimal value } => NumberRange.Of(value),
        FieldAccess access => OfField(access),
        Unary { Operator: UnaryOperator.Negate } unary => Of(unary.Operand),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum => Of(sum.Left).Plus(Of(sum.Right)),
        Binary { Operator: BinaryOperator.Multiply } product => Of(product.Left).Times(Of(product.Right)),
        Binary { Operator: BinaryOperator.Coalesce } either => Of(either.Left).Or(Of(either.Right)),
        Conditional either => Of(either.Then).Or(Of(either.Else)),
        BuiltIn call => OfBuiltIn(call),
        Comprehension comprehension => OfComprehension(comprehension),
        _ => NumberRange.Of(node.Type),
    };

    private NumberRange OfField(FieldAccess access)
    {
        var type = NumberRange.Of(access.Type);
        if (model.FieldOf(access) is not { Constraints: { Min: { } min, Max: { } max }, Computed: null })
        {
            return type;
        }

        return NumberRange.Of(Math.Max(Math.Abs(min), Math.Abs(max)), type.Scale).AtMost(type);
    }

    private NumberRange OfBuiltIn(BuiltIn call) => call.Function switch
    {
        BuiltInFunction.Year => NumberRange.Of(MostYears),
        BuiltInFunction.Month or BuiltInFunction.Day => NumberRange.Of(31),
        BuiltInFunction.DaysBetween => NumberRange.Of(MostDays),
        BuiltInFunction.RoundHalfEven or BuiltInFunction.RoundHalfUp => OfRounding(call),
        _ => NumberRange.Of(call.Type),
    };

    // The least divisor is one unit of its last digit.
    private NumberRange OfRounding(BuiltIn call)
    {
        var value = Of(call.Arguments[0]);
        if (Division(call) is not { } parts)
        {
            return value.Rounded(call.Places);
        }

        var (dividend, divisor) = (Of(parts.Dividend), Of(parts.Divisor));
        var shift = call.Places - dividend.Scale + divisor.Scale;
        return new((shift >= 0
            ? dividend.Largest * BigInteger.Pow(10, shift)
            : dividend.Largest / BigInteger.Pow(10, -shift)) + 1, call.Places);
    }

    /// <summary>The parts of a division inside `round`, or null where a value is rounded.</summary>
    public static (Expression Dividend, Expression Divisor)? Division(BuiltIn rounding) => rounding.Arguments switch
    {
        { Count: 2 } both => (both[0], both[1]),
        _ when rounding.Arguments[0] is Binary { Operator: BinaryOperator.Divide } division => (division.Left, division.Right),
        _ => null,
    };

    private NumberRange OfComprehension(Comprehension node) => node switch
    {
        { Kind: ComprehensionKind.Sum, Select: { } item } => Of(item).Times(RowsOf(node)),
        { Kind: ComprehensionKind.Min or ComprehensionKind.Max or ComprehensionKind.First, Select: { } item } => Of(item),
        { Kind: ComprehensionKind.Average, Select: { } item } => Of(item),
        { Kind: ComprehensionKind.Count } => NumberRange.Of(int.MaxValue),
        _ => NumberRange.Of(node.Type),
    };

    private BigInteger RowsOf(Comprehension node) => node.Source switch
    {
        FieldAccess access when model.FieldOf(access) is { Constraints.MaxItems: { } most } => most,
        ListLiteral list => list.Items.Count,
        _ => ManyRows,
    };
}
