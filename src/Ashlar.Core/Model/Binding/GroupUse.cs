using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Text;
using Ashlar.Core.Words;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Finds the first place where an expression of a view uses the group for something else than one aggregate over its rows,
/// which the database could not work out while it groups.
/// </summary>
internal sealed class GroupUse : ExpressionWalker
{
    private bool _isInside;
    private ImmutableHashSet<string> _outer = [];
    private (Func<Location, Diagnostic> Found, Expression At)? _wrong;

    private GroupUse()
    {
    }

    public static (Func<Location, Diagnostic> Found, Expression At)? FirstWrong(Expression expression)
    {
        var walker = new GroupUse();
        walker.Walk(expression);
        return walker._wrong;
    }

    public override bool Visit(Variable node) => node.Kind switch
    {
        VariableKind.Group => Stop(ViewForm.GroupAsValue, node),
        VariableKind.Item when _isInside && _outer.Contains(node.Name) => Stop(ViewForm.GroupWithin, node),
        _ => true,
    };

    public override bool Visit(Comprehension node) =>
        node.Source is Variable { Kind: VariableKind.Group } ? VisitAggregate(node) : VisitOther(node);

    private bool VisitAggregate(Comprehension node)
    {
        if (_isInside)
        {
            return Stop(ViewForm.GroupOfGroup, node);
        }

        if (node.Kind is ComprehensionKind.First or ComprehensionKind.List)
        {
            return Stop(ViewForm.GroupAsValue, node);
        }

        var outer = _outer;
        _outer = outer.Remove(node.Item.Name);
        _isInside = true;
        var goesOn = Walk(node.Where) && Walk(node.Select);
        (_isInside, _outer) = (false, outer);
        return goesOn;
    }

    private bool VisitOther(Comprehension node)
    {
        var outer = _outer;
        if (!Walk(node.Source))
        {
            return false;
        }

        _outer = _isInside ? outer.Remove(node.Item.Name) : outer.Add(node.Item.Name);
        var goesOn = Walk(node.Where) && Walk(node.Select) && Walk(node.Sort.Select(key => key.Value));
        _outer = outer;
        return goesOn;
    }

    private bool Stop(Func<Location, Diagnostic> found, Expression at)
    {
        _wrong ??= (found, at);
        return false;
    }
}
