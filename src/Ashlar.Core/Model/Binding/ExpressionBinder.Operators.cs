using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Logic, comparison, choice.</summary>
internal sealed partial class ExpressionBinder
{
    public Expression Visit(BinarySyntax node) =>
        node.Operator switch
        {
            BinaryOperator.And => BindLogic(node, Facts.WhenTrue),
            BinaryOperator.Or => BindLogic(node, Facts.WhenFalse),
            BinaryOperator.Equal or BinaryOperator.NotEqual => BindEquality(node),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                BindOrder(node),
            BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply => BindArithmetic(node),
            BinaryOperator.Divide => Fail(node, DivisionOutsideRound.At(_site, node)),
            BinaryOperator.In => BindIn(node),
            BinaryOperator.Coalesce => BindCoalesce(node),
            BinaryOperator.StartsWith or BinaryOperator.Contains => BindTextTest(node),
            _ => throw new InvalidOperationException($"{node.Operator} has no meaning"),
        };

    public Expression Visit(UnarySyntax node)
    {
        if (node.Operator == UnaryOperator.Not)
        {
            return new Unary(Bool, UnaryOperator.Not, Condition(node.Operand)) { Origin = _site.OriginOf(node) };
        }

        var operand = Bind(node.Operand, _expected);
        if (operand is Literal { Value: long or decimal } literal)
        {
            object negative = literal.Value is long number ? -number : -(decimal)literal.Value;
            return literal with { Value = negative, Origin = _site.OriginOf(node) };
        }

        if (
            operand.Type is not UnknownType
            && !ScalarTypes.IsNumber(operand.Type)
            && !ScalarTypes.Is(operand.Type, Scalar.Duration))
        {
            return Fail(node, OperandType.At(_site, node.Operand, "-", operand.Type));
        }

        RequireValue(node.Operand, operand);
        return new Unary(operand.Type, UnaryOperator.Negate, operand) { Origin = _site.OriginOf(node) };
    }

    public Expression Visit(IfSyntax node)
    {
        var condition = Condition(node.Condition);
        var (then, otherwise) = BindBranches(node, condition, _expected);
        if (TypeRules.Join(then.Type, otherwise.Type) is { } type)
        {
            return new Conditional(type, condition, then, otherwise) { Origin = _site.OriginOf(node) };
        }

        return Fail(node, TypeMismatch.At(_site, node.Else, otherwise.Type, then.Type));
    }

    private (Expression Then, Expression Else) BindBranches(IfSyntax node, Expression condition, ModelType? expected)
    {
        Expression Then(ModelType? type) => BindWith(Facts.WhenTrue(condition), () => Bind(node.Then, type));
        Expression Else(ModelType? type) => BindWith(Facts.WhenFalse(condition), () => Bind(node.Else, type));
        if (expected is null && IsOpen(node.Then) && !IsOpen(node.Else))
        {
            var known = Else(null);
            return (Then(known.Type), known);
        }

        var then = Then(expected);
        return (then, Else(expected ?? then.Type));
    }

    /// <summary>The right side is evaluated only where the left one does not decide, and knows what follows from that.</summary>
    private Binary BindLogic(BinarySyntax node, Func<Expression, Facts> whenGoingOn)
    {
        var left = Condition(node.Left);
        var right = BindWith(whenGoingOn(left), () => Condition(node.Right));
        return new Binary(Bool, node.Operator, left, right) { Origin = _site.OriginOf(node) };
    }

    private Expression BindEquality(BinarySyntax node)
    {
        var (left, right) = BindPair(node);
        if (!TypeRules.CanCompare(left.Type, right.Type))
        {
            return Fail(node, CannotCompare.At(_site, node, left.Type, right.Type));
        }

        return new Binary(Bool, node.Operator, left, right) { Origin = _site.OriginOf(node) };
    }

    private Expression BindOrder(BinarySyntax node)
    {
        var (left, right) = BindPair(node);
        foreach (var (syntax, side) in (ReadOnlySpan<(ExpressionSyntax, Expression)>)[(node.Left, left), (node.Right, right)])
        {
            if (side.Type is not NullType && !TypeRules.HasOrder(side.Type))
            {
                return Fail(node, OperandType.NoOrder(_site, syntax, side.Type));
            }
        }

        if (!TypeRules.CanCompare(left.Type, right.Type))
        {
            return Fail(node, CannotCompare.At(_site, node, left.Type, right.Type));
        }

        RequireValue(node.Left, left, node);
        RequireValue(node.Right, right, node);
        return new Binary(Bool, node.Operator, left, right) { Origin = _site.OriginOf(node) };
    }

    private Expression BindIn(BinarySyntax node)
    {
        Expression left;
        Expression right;
        if (IsOpen(node.Left))
        {
            right = Bind(node.Right);
            left = Bind(node.Left, (right.Type as ListType)?.Item);
        }
        else
        {
            left = Bind(node.Left);
            right = Bind(node.Right, new ListType(left.Type));
        }

        if (right.Type is UnknownType || left.Type is UnknownType)
        {
            return new Binary(Bool, node.Operator, left, right) { Origin = _site.OriginOf(node) };
        }

        if (right.Type is not ListType list)
        {
            return Fail(node, OperandType.NotList(_site, node.Right, right.Type));
        }

        return TypeRules.CanCompare(left.Type, list.Item)
            ? new Binary(Bool, node.Operator, left, right) { Origin = _site.OriginOf(node) }
            : Fail(node, CannotCompare.At(_site, node, left.Type, list.Item));
    }

    private Expression BindCoalesce(BinarySyntax node)
    {
        var expected = _expected;
        var left = Bind(node.Left, expected?.AsNullable(true));
        var right = Bind(node.Right, expected ?? left.Type.AsNullable(false));
        if (left.Type is not UnknownType && TypeRules.Join(left.Type.AsNullable(false), right.Type) is { } type)
        {
            return new Binary(type, node.Operator, left, right) { Origin = _site.OriginOf(node) };
        }

        return left.Type is UnknownType
            ? Unknown(node)
            : Fail(node, TypeMismatch.At(_site, node.Right, right.Type, left.Type.AsNullable(false)));
    }

    private Expression BindTextTest(BinarySyntax node)
    {
        var word = node.Operator == BinaryOperator.Contains ? "contains" : "starts with";
        var left = Bind(node.Left);
        var right = Bind(node.Right);
        foreach (var (syntax, side) in (ReadOnlySpan<(ExpressionSyntax, Expression)>)[(node.Left, left), (node.Right, right)])
        {
            if (side.Type is not (UnknownType or NullType) && !ScalarTypes.IsText(side.Type))
            {
                return Fail(node, OperandType.At(_site, syntax, word, side.Type));
            }
        }

        RequireValue(node.Left, left, node);
        RequireValue(node.Right, right, node);
        return new Binary(Bool, node.Operator, left, right) { Origin = _site.OriginOf(node) };
    }

    /// <summary>Each side tells the other what it expects; a constant or a name of an enum waits for the other side.</summary>
    private (Expression Left, Expression Right) BindPair(BinarySyntax node)
    {
        if (IsOpen(node.Left) && !IsOpen(node.Right))
        {
            var known = Bind(node.Right);
            return (Bind(node.Left, known.Type), known);
        }

        var left = Bind(node.Left);
        return (left, Bind(node.Right, left.Type));
    }

    private bool IsOpen(ExpressionSyntax node) =>
        node switch
        {
            LiteralSyntax or UnarySyntax { Operand: LiteralSyntax } => true,
            NameExpressionSyntax name => Resolve(name) is null,
            _ => false,
        };
}
