using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Expressions;

/// <summary>Copies an expression with changes. A node whose parts stay the same stays the same object.</summary>
public abstract class ExpressionRewriter : IExpressionVisitor<Expression>
{
    public virtual Expression Rewrite(Expression node) => node.Accept(this);

    public virtual Expression Visit(Literal node) => node;

    public virtual Expression Visit(Template node)
    {
        var parts = RewriteAll(node.Parts);
        return parts == node.Parts ? node : node with { Parts = parts };
    }

    public virtual Expression Visit(Variable node) => node;

    public virtual Expression Visit(FieldAccess node)
    {
        var target = Rewrite(node.Target);
        return ReferenceEquals(target, node.Target) ? node : node with { Target = target };
    }

    public virtual Expression Visit(Unary node)
    {
        var operand = Rewrite(node.Operand);
        return ReferenceEquals(operand, node.Operand) ? node : node with { Operand = operand };
    }

    public virtual Expression Visit(Binary node)
    {
        var (left, right) = (Rewrite(node.Left), Rewrite(node.Right));
        var isSame = ReferenceEquals(left, node.Left) && ReferenceEquals(right, node.Right);
        return isSame ? node : node with { Left = left, Right = right };
    }

    public virtual Expression Visit(Conditional node)
    {
        var (condition, then, otherwise) = (Rewrite(node.Condition), Rewrite(node.Then), Rewrite(node.Else));
        var isSame = ReferenceEquals(condition, node.Condition) && ReferenceEquals(then, node.Then)
            && ReferenceEquals(otherwise, node.Else);
        return isSame ? node : node with { Condition = condition, Then = then, Else = otherwise };
    }

    public virtual Expression Visit(ListLiteral node)
    {
        var items = RewriteAll(node.Items);
        return items == node.Items ? node : node with { Items = items };
    }

    public virtual Expression Visit(ObjectLiteral node)
    {
        var fields = RewriteAll(node.Fields, field => field.Value, (field, value) => field with { Value = value });
        return fields == node.Fields ? node : node with { Fields = fields };
    }

    public virtual Expression Visit(CallerIs node) => node;

    public virtual Expression Visit(BuiltIn node)
    {
        var arguments = RewriteAll(node.Arguments);
        return arguments == node.Arguments ? node : node with { Arguments = arguments };
    }

    public virtual Expression Visit(Call node)
    {
        var arguments = RewriteAll(node.Arguments);
        return arguments == node.Arguments ? node : node with { Arguments = arguments };
    }

    public virtual Expression Visit(Comprehension node)
    {
        var source = RewriteIfAny(node.Source);
        var where = RewriteIfAny(node.Where);
        var select = RewriteIfAny(node.Select);
        var sort = RewriteAll(node.Sort, key => key.Value, (key, value) => key with { Value = value });
        var isSame = ReferenceEquals(source, node.Source) && ReferenceEquals(where, node.Where)
            && ReferenceEquals(select, node.Select) && sort == node.Sort;
        return isSame ? node : node with { Source = source, Where = where, Select = select, Sort = sort };
    }

    protected Expression? RewriteIfAny(Expression? node) => node is null ? null : Rewrite(node);

    private ValueList<Expression> RewriteAll(ValueList<Expression> nodes) => RewriteAll(nodes, node => node, (_, value) => value);

    /// <summary>The list itself where nothing changed, so that callers may compare arrays by reference.</summary>
    private ValueList<T> RewriteAll<T>(ValueList<T> parts, Func<T, Expression> valueOf, Func<T, Expression, T> put)
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < parts.Count; i++)
        {
            var value = valueOf(parts[i]);
            var rewritten = Rewrite(value);
            if (changed is null && ReferenceEquals(value, rewritten))
            {
                continue;
            }

            changed ??= parts.Items.ToBuilder();
            changed[i] = put(parts[i], rewritten);
        }

        return changed is null ? parts : new ValueList<T>(changed.ToImmutable());
    }
}
