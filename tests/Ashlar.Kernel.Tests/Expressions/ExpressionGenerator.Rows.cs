using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Kernel.Tests.Expressions;

internal sealed partial class ExpressionGenerator
{
    private static Variable This { get; } = new(ThingType, VariableKind.This, "this");

    private static FieldAccess Lines { get; } = OfThing("lines");

    private static FieldAccess Words { get; } = OfThing("words");

    private static FieldAccess Likes { get; } = OfThing("likes");

    private static FieldAccess OfThing(string field) => new(Lab.Entity("Thing").Field(field)?.Type ?? TextType, This, field);

    private Expression AnySource() => Pick([Lines, Lines, Words, Likes]);

    private Expression Quantifier(Sight sight, int depth)
    {
        var kind = Pick([ComprehensionKind.Any, ComprehensionKind.All]);
        var source = random.Next(4) == 0 ? Listed(sight, depth) : AnySource();
        return Over(sight, source, kind, BoolType, (inner, _) => Bool(inner, depth - 1), depth);
    }

    /// <summary>A list that an expression makes: literal, by a comprehension, or one of two.</summary>
    private Expression Listed(Sight sight, int depth) => random.Next(3) switch
    {
        0 => List(TextType, [Text(sight, 0), Text(sight, 0)]),
        1 => Over(sight, Lines, ComprehensionKind.List, new ListType(TextType), (inner, _) =>
            Text(inner, Math.Min(1, depth)), depth),
        _ => new Conditional(Words.Type, Bool(sight, depth - 1), Words, List(TextType, [Text(sight, 0)])),
    };

    private Comprehension Over(
        Sight sight, Expression source, ComprehensionKind kind, ModelType type, Func<Sight, Variable, Expression>? select,
            int depth)
    {
        var itemType = source.Type is ListType list ? list.Item : TextType;
        var item = new Variable(itemType, VariableKind.Item, $"x{++_items}");
        var inner = sight.With(item);
        var where = random.Next(3) == 0 ? Bool(inner, Math.Min(1, depth - 1)) : null;
        var seen = where is null ? inner : inner.WhenTrue(where);
        return new Comprehension(type, kind, item, source) { Where = where, Select = select?.Invoke(seen, item) };
    }

    /// <summary>The least or greatest value of a type among the lines; null where there are none.</summary>
    private Comprehension Extremum(ModelType type, Sight sight, int depth)
    {
        var kind = Pick([ComprehensionKind.Min, ComprehensionKind.Max]);
        var source = type == TextType && random.Next(2) == 0 ? Words : Lines;
        return Over(
            sight,
            source,
            kind,
            type.AsNullable(true),
            (inner, item) => type switch
            {
                ScalarType { Scalar: Scalar.Text } when source == Words => item,
                ScalarType { Scalar: Scalar.Int } => Whole(inner, depth - 1),
                ScalarType scalar => Of(scalar.Scalar, inner, depth - 1),
                _ => throw new InvalidOperationException($"no order of {type}"),
            },
            depth);
    }

    private Expression Extreme(ModelType type, Sight sight, int depth) =>
        Orderly(Extremum(type, sight, depth), type, sight, depth);

    /// <summary>The value, or another one where it is null.</summary>
    private Expression Orderly(Expression maybe, ModelType type, Sight sight, int depth) =>
        new Binary(type, BinaryOperator.Coalesce, maybe, type switch
        {
            ScalarType { Scalar: not (Scalar.Int or Scalar.Long) } scalar => Of(scalar.Scalar, sight, Math.Min(1, depth)),
            ScalarType => Fixed(NumberTypes.Int, 3L),
            _ => Fixed(NumberTypes.OfLiteral(0.5m), 0.5m),
        }) is var either && NumberTypes.IsNumber(type) ? either with { Type = NumberTypes.Join(type, either.Right.Type) }
            : either;

    private Comprehension First(ModelType type, Sight sight, int depth)
    {
        var first = Over(sight, Lines, ComprehensionKind.First, type.AsNullable(true), null, depth);
        var inner = sight.With(first.Item);
        var select = Leaf(type, inner with { Roots = [first.Item], Known = Narrowing.None }) ?? Constant(type);
        return first with { Select = select, Sort = SortKeys(first.Item) };
    }

    private Comprehension FirstRow(Sight sight, int depth)
    {
        var first = Over(sight, Likes, ComprehensionKind.First, PersonType.AsNullable(true), null, depth);
        return first with { Sort = SortKeys(first.Item) };
    }

    private ValueList<SortKey> SortKeys(Variable item)
    {
        var found = new Sight([item], Narrowing.None).Paths().Where(path => HasOrder(path.Type)).ToArray();
        return [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new SortKey(Pick(found), random.Next(2) == 0))];
    }

    private static bool HasOrder(ModelType type) => NumberTypes.IsNumber(type)
        || type is ScalarType { Scalar: Scalar.Text or Scalar.Date or Scalar.Time or Scalar.Instant or Scalar.Duration };
}
