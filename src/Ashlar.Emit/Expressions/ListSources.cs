using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// Gives a comprehension a source that has rows: one over `list(…)` becomes one over that list's own source, one over
/// `if … then … else …` a choice of two.
/// </summary>
internal static class ListSources
{
    /// <summary>The same value without lists made on the way, or null where the source is plain already.</summary>
    public static Expression? Simplify(Comprehension node) => node.Source switch
    {
        Comprehension { Kind: ComprehensionKind.List } list => OverSourceOf(list, node),
        Conditional choice => new Conditional(
            node.Type, choice.Condition, node with { Source = choice.Then }, node with { Source = choice.Else }),
        _ => null,
    };

    /// <summary>`any(item in source: item == value)`.</summary>
    public static Comprehension Membership(Expression value, Expression source)
    {
        var itemType = source.Type is ListType list ? list.Item : value.Type;
        var item = new Variable(itemType, VariableKind.Item, Unused("item", value));
        var isSame = new Binary(new ScalarType(Scalar.Bool), BinaryOperator.Equal, value, item);
        return new(isSame.Type, ComprehensionKind.Any, item, source) { Select = isSame };
    }

    private static Comprehension OverSourceOf(Comprehension list, Comprehension outer)
    {
        var item = list.Item with { Name = Unused(list.Item.Name, outer) };
        var value = ItemSubstitution.In(list.Select, list.Item, item) ?? item;
        var selected = ItemSubstitution.In(outer.Select, outer.Item, value) ?? (NeedsSelect(outer) ? value : null);
        return outer with
        {
            Item = item,
            Source = list.Source,
            EntitySource = list.EntitySource,
            Where = Both(ItemSubstitution.In(list.Where, list.Item, item), ItemSubstitution.In(outer.Where, outer.Item, value)),
            Select = selected,
            Sort = outer.Sort
                .Select(key => key with { Value = new ItemSubstitution(outer.Item, value).Rewrite(key.Value) })
                .ToValueList(),
        };
    }

    private static bool NeedsSelect(Comprehension node) =>
        node.Kind is not (ComprehensionKind.Count or ComprehensionKind.Any or ComprehensionKind.All);

    private static Expression? Both(Expression? first, Expression? second) =>
        first is null ? second
        : second is null ? first
        : new Binary(new ScalarType(Scalar.Bool), BinaryOperator.And, first, second);

    private static string Unused(string name, Expression node)
    {
        var taken = node.DescendantsAndSelf().SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        while (taken.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    private static IEnumerable<string> NamesOf(Expression node) => node switch
    {
        Variable variable => [variable.Name],
        Comprehension comprehension => [comprehension.Item.Name],
        _ => [],
    };
}
