using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Binds which event ends a wait: fields of it that are equal to what the instance knows when it begins to wait, so that an
/// event finds its instances by a key.
/// </summary>
internal static class EventMatches
{
    public static ValueList<EventMatch> Bind(Site site, Scope scope, string name, ExpressionSyntax node)
    {
        var condition = ExpressionBinder.BindCondition(site, scope, node);
        var matches = new List<EventMatch>();
        foreach (var part in Conjuncts(condition))
        {
            if (MatchOf(part, name + ".") is { } match)
            {
                matches.Add(match);
            }
            else if (!part.DescendantsAndSelf().Any(inner => inner.Type is UnknownType))
            {
                site.Add(WaitForm.NoMatch(site, node, name));
                return [];
            }
        }

        return matches.OrderBy(match => match.Field, StringComparer.Ordinal).ToValueList();
    }

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is Binary { Operator: BinaryOperator.And } both
            ? Conjuncts(both.Left).Concat(Conjuncts(both.Right))
            : [condition];

    private static EventMatch? MatchOf(Expression part, string prefix)
    {
        if (part is not Binary { Operator: BinaryOperator.Equal } equal)
        {
            return null;
        }

        var (field, value) = IsOfEvent(equal.Left) ? (equal.Left, equal.Right) : (equal.Right, equal.Left);
        var isKnown = value is Variable { Kind: VariableKind.Input } or Literal && !IsOfEvent(value);
        return field is Variable variable && IsOfEvent(field) && isKnown && !value.Type.IsNullable
            && WorkflowForm.IsKey(field.Type)
            ? new EventMatch(variable.Name[prefix.Length..], value)
            : null;

        bool IsOfEvent(Expression side) =>
            side is Variable { Kind: VariableKind.Input } input && input.Name.StartsWith(prefix, StringComparison.Ordinal);
    }
}
