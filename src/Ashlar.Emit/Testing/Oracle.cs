using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Testing;

/// <summary>
/// Evaluates expressions over the world: what the running system has to answer, worked out from the model alone. It is
/// a second reading of the language and shares no code with the back-ends that it checks.
/// </summary>
internal sealed partial class Oracle(World world) : IExpressionVisitor<object?>
{
    /// <summary>The moment at which the clock of the tests starts.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly Stack<(string Name, object? Value)> _names = new();
    private WorldRow? _row;
    private WorldRow? _old;
    private Actor _caller = Actor.Nobody;

    /// <summary>Whether a condition holds for a row, as this actor asks.</summary>
    public bool Holds(Expression condition, WorldRow? row, Actor caller, params ReadOnlySpan<(string Name, object? Value)> inputs)
    {
        (_row, _old, _caller) = (row, row, caller);
        _names.Clear();
        foreach (var input in inputs)
        {
            _names.Push(input);
        }

        return condition.Accept(this) is true;
    }

    public object? Evaluate(
        Expression expression, WorldRow? row, Actor caller, params ReadOnlySpan<(string Name, object? Value)> inputs)
    {
        (_row, _old, _caller) = (row, row, caller);
        _names.Clear();
        foreach (var input in inputs)
        {
            _names.Push(input);
        }

        return expression.Accept(this);
    }

    /// <summary>The value of a field, whether it is stored or computed.</summary>
    public object? ValueOf(WorldRow row, string field)
    {
        (_row, _old, _caller) = (row, row, Actor.Nobody);
        _names.Clear();
        return FieldOf(row, field);
    }

    public object? Visit(Literal node) => node.Value;

    public object? Visit(Template node) => string.Concat(node.Parts.Select(part => Text(part.Accept(this))));

    public object? Visit(Variable node) => node.Kind switch
    {
        VariableKind.This => _row,
        VariableKind.Old => _old,
        VariableKind.Caller => _caller.Row,
        VariableKind.Now => Now,
        VariableKind.Today => DateOnly.FromDateTime(Now.UtcDateTime),
        VariableKind.Sequence => "1",
        _ => _names.First(pair => pair.Name == node.Name).Value,
    };

    public object? Visit(FieldAccess node) => node.Target.Accept(this) switch
    {
        WorldRow row => FieldOf(row, node.Field),
        WorldValue value => value[node.Field],
        _ => null,
    };

    public object? Visit(Unary node) => (node.Operator, node.Operand.Accept(this)) switch
    {
        (UnaryOperator.Not, bool flag) => !flag,
        (UnaryOperator.Negate, long number) => -number,
        (UnaryOperator.Negate, decimal number) => -number,
        (UnaryOperator.Negate, TimeSpan span) => -span,
        _ => null,
    };

    public object? Visit(Binary node) => node.Operator switch
    {
        BinaryOperator.And => node.Left.Accept(this) is true && node.Right.Accept(this) is true,
        BinaryOperator.Or => node.Left.Accept(this) is true || node.Right.Accept(this) is true,
        BinaryOperator.Coalesce => node.Left.Accept(this) ?? node.Right.Accept(this),
        BinaryOperator.In => Items(node.Right.Accept(this)).Any(item => AreEqual(item, node.Left.Accept(this))),
        _ => Apply(node.Operator, node.Left.Accept(this), node.Right.Accept(this)),
    };

    public object? Visit(Conditional node) =>
        node.Condition.Accept(this) is true ? node.Then.Accept(this) : node.Else.Accept(this);

    public object? Visit(ListLiteral node) => node.Items.Select(item => item.Accept(this)).ToList();

    public object? Visit(ObjectLiteral node) => new WorldValue(
        node.Fields.ToDictionary(item => item.Name, item => item.Value.Accept(this), StringComparer.Ordinal));

    public object? Visit(CallerIs node) => _caller.Roles.Contains(node.Role, StringComparer.Ordinal);

    public object? Visit(Call node)
    {
        if (world.Model.Function(node.Function) is not { } function)
        {
            return null;
        }

        var arguments = node.Arguments.Select(argument => argument.Accept(this)).ToList();
        return Within(function.Inputs.Select(input => input.Name).Zip(arguments), () => function.Body.Accept(this));
    }

    public object? Visit(Comprehension node)
    {
        var source = node.Source is { } list ? Items(list.Accept(this)) : EveryRow(node.EntitySource);
        var items = source.ToList().Where(item => node.Where is null || With(node.Item.Name, item, node.Where) is true).ToList();
        return Aggregate(node, items);
    }

    private IEnumerable<object?> EveryRow(ElementName? entity) => entity is { } name ? world.RowsOf(name) : [];

    private object? With(string name, object? value, Expression expression) =>
        Within([(name, value)], () => expression.Accept(this));

    private object? Within(IEnumerable<(string Name, object? Value)> names, Func<object?> evaluate)
    {
        var count = 0;
        foreach (var pair in names)
        {
            _names.Push(pair);
            count++;
        }

        var value = evaluate();
        for (; count > 0; count--)
        {
            _names.Pop();
        }

        return value;
    }

    private object? FieldOf(WorldRow row, string name)
    {
        if (row.Entity.Field(name) is not { } declared)
        {
            return name == "id" ? row.Id : null;
        }

        if (declared.Relation is not null)
        {
            return world.Collection(row, declared).Cast<object?>().ToList();
        }

        return declared.Computed is { } computed ? EvaluateOn(row, computed) : Resolve(row[name]);
    }

    private object? EvaluateOn(WorldRow row, Expression expression)
    {
        var outer = _row;
        _row = row;
        var value = expression.Accept(this);
        _row = outer;
        return value;
    }

    private static object? Resolve(object? value) => value switch
    {
        Moment.Now => Now,
        Moment.Today => DateOnly.FromDateTime(Now.UtcDateTime),
        _ => value,
    };

    private static IEnumerable<object?> Items(object? list) => list as IEnumerable<object?> ?? [];
}
