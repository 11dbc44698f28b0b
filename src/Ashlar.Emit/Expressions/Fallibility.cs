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

        var isNearNow = node.Left is Variable { Kind: VariableKind.Now or VariableKind.Today } && node.Right is Literal;
        var isDifference = node.Left.Type is ScalarType { Scalar: Scalar.Instant }
            && node.Right.Type is ScalarType { Scalar: Scalar.Instant };
        return !isNearNow && !isDifference;
    }

    private bool FailsItself(BuiltIn node) => node.Function switch
    {
        BuiltInFunction.RoundHalfEven or BuiltInFunction.RoundHalfUp => ranges.CanOverflow(node),
        BuiltInFunction.InstantOf => true,
        BuiltInFunction.DateOf or BuiltInFunction.TimeOf => node.Arguments[0] is not Variable { Kind: VariableKind.Now },
        _ => false,
    };

    public static bool IsNumber(ModelType type) => type is DecimalType or ScalarType { Scalar: Scalar.Int or Scalar.Long };
}
