using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// Whether the evaluation of an expression can end in `OutOfRange`. Where it can, the back-ends fix the order of
/// evaluation, because SQL does not: `and` becomes a `case`, and `any` looks at every item.
/// </summary>
internal sealed class Fallibility(SystemModel model, NumberRanges ranges)
{
    public bool CanFail(Expression expression) => expression.DescendantsAndSelf().Any(FailsItself);

    private bool FailsItself(Expression node) => node switch
    {
        Unary { Operator: UnaryOperator.Negate } unary => IsNumber(unary.Type) && ranges.CanOverflow(unary),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary =>
            FailsItself(binary),
        BuiltIn call => FailsItself(call),
        Comprehension { Kind: ComprehensionKind.Sum } sum => !IsNumber(sum.Type) || ranges.CanOverflow(sum),
        FieldAccess access => model.FieldOf(access) is { Computed: { } computed } field
            && (CanFail(computed) || (IsNumber(field.Type) && !ranges.Of(computed).Fits(field.Type))),
        _ => false,
    };

    private bool FailsItself(Binary node)
    {
        if (IsNumber(node.Type))
        {
            return ranges.CanOverflow(node);
        }

        var isDifference = IsInstant(node.Left) && IsInstant(node.Right);
        return !IsNearNow(node) && !isDifference;
    }

    /// <summary>`now - 15m`, `today - 18 years`: less than a thousand years from the present stays within the calendar.</summary>
    public static bool IsNearNow(Binary node) => (node.Left, node.Right) switch
    {
        (Variable { Kind: VariableKind.Now }, Literal { Value: TimeSpan distance }) =>
            distance.Duration() < TimeSpan.FromDays(365_000),
        (Variable { Kind: VariableKind.Today }, Literal { Value: long months }) => Math.Abs(months) < 12_000,
        _ => false,
    };

    private static bool IsInstant(Expression node) => node.Type is ScalarType { Scalar: Scalar.Instant };

    private bool FailsItself(BuiltIn node) => node.Function switch
    {
        BuiltInFunction.RoundHalfEven or BuiltInFunction.RoundHalfUp => ranges.CanOverflow(node),
        BuiltInFunction.InstantOf => true,
        BuiltInFunction.DateOf or BuiltInFunction.TimeOf => node.Arguments[0] is not Variable { Kind: VariableKind.Now },
        _ => false,
    };

    public static bool IsNumber(ModelType type) => type is DecimalType or ScalarType { Scalar: Scalar.Int or Scalar.Long };
}
