using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Tests.Analysis.Conditions;

/// <summary>
/// Evaluates a condition for one row of the small world. Numbers and dates are decimals, names texts, accounts ints. An
/// order that meets null is a defect of the test, for the type checker lets none through.
/// </summary>
internal sealed class ConditionEvaluator(IReadOnlyDictionary<string, object?> row) : IExpressionVisitor<object?>
{
    public bool Holds(Expression condition) =>
        condition.Accept(this) as bool? ?? throw new InvalidOperationException("a condition is null");

    public object? Visit(Literal node) => node.Value switch
    {
        long whole => (decimal)whole,
        DateOnly date => (decimal)date.DayNumber,
        _ => node.Value,
    };

    public object? Visit(Variable node) => node.Kind == VariableKind.Caller ? row["caller"] : throw Unexpected(node);

    public object? Visit(FieldAccess node)
    {
        if (node.Target is Variable { Kind: VariableKind.This })
        {
            return row[node.Field];
        }

        return node.Target.Accept(this) is int account ? SmallWorld.OfAccount(account, node.Field) : null;
    }

    public object? Visit(Unary node) => node.Operator == UnaryOperator.Not ? !Holds(node.Operand) : -Number(node.Operand);

    public object? Visit(Binary node) => node.Operator switch
    {
        BinaryOperator.And => Holds(node.Left) && Holds(node.Right),
        BinaryOperator.Or => Holds(node.Left) || Holds(node.Right),
        BinaryOperator.Equal => Equals(node.Left.Accept(this), node.Right.Accept(this)),
        BinaryOperator.NotEqual => !Equals(node.Left.Accept(this), node.Right.Accept(this)),
        BinaryOperator.Less => Number(node.Left) < Number(node.Right),
        BinaryOperator.LessOrEqual => Number(node.Left) <= Number(node.Right),
        BinaryOperator.Greater => Number(node.Left) > Number(node.Right),
        BinaryOperator.GreaterOrEqual => Number(node.Left) >= Number(node.Right),
        BinaryOperator.Add => Number(node.Left) + Number(node.Right),
        BinaryOperator.Subtract => Number(node.Left) - Number(node.Right),
        BinaryOperator.Multiply => Number(node.Left) * Number(node.Right),
        BinaryOperator.Coalesce => node.Left.Accept(this) ?? node.Right.Accept(this),
        BinaryOperator.StartsWith => Text(node.Left).StartsWith(Text(node.Right), StringComparison.Ordinal),
        BinaryOperator.Contains => Text(node.Left).Contains(Text(node.Right), StringComparison.Ordinal),
        BinaryOperator.In when node.Right is ListLiteral list =>
            list.Items.Any(item => Equals(node.Left.Accept(this), item.Accept(this))),
        _ => throw Unexpected(node),
    };

    public object? Visit(Conditional node) => Holds(node.Condition) ? node.Then.Accept(this) : node.Else.Accept(this);

    public object? Visit(BuiltIn node) => node.Function switch
    {
        BuiltInFunction.Length => (decimal)Text(node.Arguments[0]).Length,
        BuiltInFunction.DaysBetween => Number(node.Arguments[1]) - Number(node.Arguments[0]),
        _ => throw Unexpected(node),
    };

    public object? Visit(Template node) => throw Unexpected(node);

    public object? Visit(ListLiteral node) => throw Unexpected(node);

    public object? Visit(ObjectLiteral node) => throw Unexpected(node);

    public object? Visit(CallerIs node) => throw Unexpected(node);

    public object? Visit(Call node) => throw Unexpected(node);

    public object? Visit(Comprehension node) => throw Unexpected(node);

    private decimal Number(Expression node) =>
        node.Accept(this) as decimal? ?? throw new InvalidOperationException($"no number: {node}");

    private string Text(Expression node) =>
        node.Accept(this) as string ?? throw new InvalidOperationException($"no text: {node}");

    private static InvalidOperationException Unexpected(Expression node) => new($"not in the small world: {node}");
}
