using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Arithmetic on numbers and on time, and how many digits its results have.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression BindArithmetic(BinarySyntax node)
    {
        var (left, right) = BindPair(node);
        if (left.Type is UnknownType || right.Type is UnknownType)
        {
            return Unknown(node);
        }

        var type =
            ScalarTypes.IsNumber(left.Type) && ScalarTypes.IsNumber(right.Type)
                ? NumberType(node.Operator, left.Type, right.Type)
                : TimeType(node.Operator, left.Type, right.Type);
        if (type is null)
        {
            return Fail(node, NoSuchArithmetic.At(_site, node, left.Type, right.Type));
        }

        if (type is DecimalType { Precision: > NumberRange.MostDigits } wide)
        {
            return Fail(node, DecimalTooWide.At(_site, node, wide.Precision));
        }

        RequireValue(node.Left, left);
        RequireValue(node.Right, right);
        return new Binary(type, node.Operator, left, right) { Origin = _site.OriginOf(node) };
    }

    private static ModelType NumberType(BinaryOperator operation, ModelType left, ModelType right)
    {
        if (left is ScalarType && right is ScalarType)
        {
            return ScalarTypes.Is(left, Scalar.Long) ? left.AsNullable(false) : right.AsNullable(false);
        }

        var (one, other) = (NumberRange.AsDecimal(left), NumberRange.AsDecimal(right));
        if (operation == BinaryOperator.Multiply)
        {
            return new DecimalType(one.Precision + other.Precision, one.Scale + other.Scale);
        }

        var scale = Math.Max(one.Scale, other.Scale);
        return new DecimalType(Math.Max(one.Precision - one.Scale, other.Precision - other.Scale) + scale + 1, scale);
    }

    private static ScalarType? TimeType(BinaryOperator operation, ModelType left, ModelType right)
    {
        if (left is not ScalarType { Scalar: var one } || right is not ScalarType { Scalar: var other })
        {
            return null;
        }

        Scalar? result = (one, operation, other) switch
        {
            (Scalar.Instant, BinaryOperator.Add or BinaryOperator.Subtract, Scalar.Duration) => Scalar.Instant,
            (Scalar.Duration, BinaryOperator.Add, Scalar.Instant) => Scalar.Instant,
            (Scalar.Instant, BinaryOperator.Subtract, Scalar.Instant) => Scalar.Duration,
            (Scalar.Duration, BinaryOperator.Add or BinaryOperator.Subtract, Scalar.Duration) => Scalar.Duration,
            (Scalar.Duration, BinaryOperator.Multiply, Scalar.Int or Scalar.Long) => Scalar.Duration,
            (Scalar.Int or Scalar.Long, BinaryOperator.Multiply, Scalar.Duration) => Scalar.Duration,
            (Scalar.Date, BinaryOperator.Add or BinaryOperator.Subtract, Scalar.Months) => Scalar.Date,
            (Scalar.Months, BinaryOperator.Add, Scalar.Date) => Scalar.Date,
            _ => null,
        };
        return result is { } scalar ? ScalarTypes.Of(scalar) : null;
    }

    /// <summary>`round(value: …, places: 2, half: even)`: the only place for a division or an average.</summary>
    private Expression BindRound(CallSyntax node)
    {
        if (Arguments(node, "value", "places", "half") is not { } arguments)
        {
            return Unknown(node);
        }

        var places = PlacesOf(arguments["places"]);
        var function = HalfOf(arguments["half"]);
        var value = arguments["value"];
        var operands = value is BinarySyntax { Operator: BinaryOperator.Divide } division
            ? Quotient(division)
            : RoundedValue(value);
        if (places is null || function is null || operands is null)
        {
            return Unknown(node);
        }

        // The quotient of 10 by 0.01 has two digits more before the point than 10 has.
        var dividend = NumberRange.AsDecimal(operands.Value[0].Type);
        var divisorScale = operands.Value.Count == 2 ? NumberRange.AsDecimal(operands.Value[1].Type).Scale : 0;
        var precision = dividend.Precision - dividend.Scale + divisorScale + 1 + places.Value;
        if (precision > NumberRange.MostDigits)
        {
            return Fail(node, DecimalTooWide.At(_site, node, precision));
        }

        var type = new DecimalType(precision, places.Value) { IsNullable = operands.Value[0].Type.IsNullable };
        return new BuiltIn(type, function.Value, operands.Value) { Places = places.Value, Origin = _site.OriginOf(node) };
    }

    private ValueList<Expression>? Quotient(BinarySyntax node)
    {
        var dividend = Number(node.Left);
        var divisor = Number(node.Right);
        if (dividend is null || divisor is null)
        {
            return null;
        }

        if (!IsNeverZero(divisor))
        {
            _site.Add(DivisorMayBeZero.At(_site, node.Right));
        }

        return [dividend, divisor];
    }

    private ValueList<Expression>? RoundedValue(ExpressionSyntax node)
    {
        _isRounded = node is ComprehensionSyntax { Kind: ComprehensionKind.Average };
        var isAverage = _isRounded;
        var value = Bind(node);
        _isRounded = false;
        return isAverage ? (value.Type is UnknownType ? null : [value])
            : Number(node, value) is { } number ? [number]
            : null;
    }

    private Expression? Number(ExpressionSyntax node) => Number(node, Bind(node));

    private Expression? Number(ExpressionSyntax node, Expression value)
    {
        if (value.Type is UnknownType)
        {
            return null;
        }

        if (!ScalarTypes.IsNumber(value.Type) && value.Type is not NullType)
        {
            _site.Add(OperandType.At(_site, node, "round", value.Type));
            return null;
        }

        RequireValue(node, value);
        return value;
    }

    private bool IsNeverZero(Expression node) =>
        Facts.NumberOf(node) is { } number
            ? number != 0
            : _scope.Facts.NotZero.Contains(node)
                || ConstraintsOf(node) is { Min: > 0 } or { Max: < 0 }
                || node is Binary { Operator: BinaryOperator.Multiply } product
                    && IsNeverZero(product.Left)
                    && IsNeverZero(product.Right);

    private Constraints? ConstraintsOf(Expression node) =>
        node switch
        {
            FieldAccess access => FieldsOf(access.Target.Type)?.Find(access.Field)?.Field.Constraints,
            Variable variable => _scope.Find(variable.Name)?.Constraints,
            _ => null,
        };

    private int? PlacesOf(ExpressionSyntax node)
    {
        const int most = 18;
        if (node is LiteralSyntax { Kind: LiteralKind.Integer, Value: long places } && places is >= 0 and <= most)
        {
            return (int)places;
        }

        _site.Add(RoundingArgument.Places(_site, node, most));
        return null;
    }

    private BuiltInFunction? HalfOf(ExpressionSyntax node)
    {
        switch (node)
        {
            case NameExpressionSyntax { Name.Text: "even" }:
                return BuiltInFunction.RoundHalfEven;
            case NameExpressionSyntax { Name.Text: "up" }:
                return BuiltInFunction.RoundHalfUp;
            default:
                _site.Add(RoundingArgument.Half(_site, node));
                return null;
        }
    }
}
