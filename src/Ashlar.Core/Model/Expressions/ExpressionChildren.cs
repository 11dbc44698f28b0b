using System.Collections.Immutable;

namespace Ashlar.Core.Model.Expressions;

/// <summary>The direct parts of an expression in evaluation order; of a comprehension the item variable is no part.</summary>
internal sealed class ExpressionChildren : IExpressionVisitor<ImmutableArray<Expression>>
{
    public static ExpressionChildren Instance { get; } = new();

    public ImmutableArray<Expression> Visit(Literal node) => [];

    public ImmutableArray<Expression> Visit(Template node) => node.Parts.Items;

    public ImmutableArray<Expression> Visit(Variable node) => [];

    public ImmutableArray<Expression> Visit(FieldAccess node) => [node.Target];

    public ImmutableArray<Expression> Visit(Unary node) => [node.Operand];

    public ImmutableArray<Expression> Visit(Binary node) => [node.Left, node.Right];

    public ImmutableArray<Expression> Visit(Conditional node) => [node.Condition, node.Then, node.Else];

    public ImmutableArray<Expression> Visit(ListLiteral node) => node.Items.Items;

    public ImmutableArray<Expression> Visit(ObjectLiteral node) => [.. node.Fields.Items.Select(field => field.Value)];

    public ImmutableArray<Expression> Visit(CallerIs node) => [];

    public ImmutableArray<Expression> Visit(BuiltIn node) => node.Arguments.Items;

    public ImmutableArray<Expression> Visit(Call node) => node.Arguments.Items;

    public ImmutableArray<Expression> Visit(Comprehension node)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        AddIfAny(parts, node.Source);
        AddIfAny(parts, node.Where);
        foreach (var key in node.Sort)
        {
            parts.Add(key.Value);
        }

        AddIfAny(parts, node.Select);
        return parts.ToImmutable();
    }

    private static void AddIfAny(ImmutableArray<Expression>.Builder parts, Expression? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }
}
