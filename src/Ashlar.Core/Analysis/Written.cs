using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis;

/// <summary>An expression of the model, the element that it is a part of, and where it stands.</summary>
public sealed class Written(Expression expression, ElementName owner, Origin origin)
{
    private IReadOnlyList<Expression>? _nodes;

    public Expression Expression { get; } = expression;

    public ElementName Owner { get; } = owner;

    public Origin Origin { get; } = origin;

    /// <summary>The expression and all of its parts.</summary>
    public IReadOnlyList<Expression> Nodes => _nodes ??= Expression.DescendantsAndSelf();
}
