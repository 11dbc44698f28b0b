using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

internal sealed partial class CSharpWriter
{
    public CSharpText Visit(Comprehension node)
    {
        if (ListSources.Simplify(node) is { } simple)
        {
            return Write(simple);
        }

        return node.Kind switch
        {
            ComprehensionKind.Any => Any(node),
            ComprehensionKind.All => All(node),
            ComprehensionKind.Count => Count(node, node.Where),
            ComprehensionKind.Sum => Sum(node),
            ComprehensionKind.Min => Extreme(node, "Min"),
            ComprehensionKind.Max => Extreme(node, "Max"),
            ComprehensionKind.First => First(node),
            ComprehensionKind.List => Values(node, node.Select?.Type ?? node.Item.Type),
            _ => throw new InvalidOperationException("an average is rounded where it is made"),
        };
    }

    // What can fail is evaluated for every item, so that the error does not depend on which comes first.
    private CSharpText Any(Comprehension node)
    {
        var test = Both(node.Where, node.Select);
        if (test is null)
        {
            return CSharpText.Relation(Count(node, test: null), ">", CSharpText.Primary("0"));
        }

        return _context.Fallibility.CanFail(test)
            ? CSharpText.Relation(Count(node, test), ">", CSharpText.Primary("0"))
            : Query(node, "Any", test);
    }

    private CSharpText All(Comprehension node)
    {
        if (node.Select is not { } select)
        {
            return CSharpText.Primary("true");
        }

        var fails = new Unary(select.Type, UnaryOperator.Not, select);
        if (_context.Fallibility.CanFail(select) || (node.Where is { } where && _context.Fallibility.CanFail(where)))
        {
            var none = CSharpText.Relation(Count(node, Both(node.Where, fails)), "==", CSharpText.Primary("0"));
            return none with { Binding = CSharpBinding.Equality };
        }

        return node.Where is null ? Query(node, "All", select) : Query(node, "Any", Both(node.Where, fails) ?? fails).Not();
    }

    private CSharpText Count(Comprehension node, Expression? test) =>
        test is null ? Source(node).Member(node.Source is FieldAccess ? "Count" : "Length") : Query(node, "Count", test);

    private CSharpText Sum(Comprehension node)
    {
        var item = node.Select ?? node.Item;
        if (node.Type is ScalarType { Scalar: Scalar.Duration })
        {
            return CSharpText.Call("new TimeSpan",
                Filtered(node).Member(Lambda("Sum", node, writer => writer.Write(item).Member("Ticks"))));
        }

        var sum = Filtered(node).Member(Lambda("Sum", node, writer => writer.Branch(item, node.Type)));
        return node.Type is DecimalType type && _context.Ranges.CanOverflow(node)
            ? CSharpText.Call("Numbers.Fit", sum, Number(type.Precision), Number(type.Scale))
            : sum;
    }

    private CSharpText Extreme(Comprehension node, string function)
    {
        var values = Values(node, (node.Select ?? node.Item).Type.AsNullable(true));
        return values.Member(IsText(node.Type) ? $"{function}(TextForm.Order)" : $"{function}()");
    }

    private CSharpText First(Comprehension node)
    {
        if (node.Select is not { } select)
        {
            return FirstRow(node).MemberOrNull("Id");
        }

        var type = select.Type.AsNullable(true);
        return Sorted(node).Member(Lambda("Select", node, writer => writer.Cast(select, type))).Member("FirstOrDefault()");
    }

    private CSharpText FirstRow(Comprehension node) => Sorted(node).Member("FirstOrDefault()");

    /// <summary>Null stands behind every value, as in the lists of the API.</summary>
    private CSharpText Sorted(Comprehension node)
    {
        var sorted = Filtered(node);
        var by = "OrderBy";
        foreach (var key in node.Sort)
        {
            if (key.Value.Type.IsNullable)
            {
                sorted = sorted.Member(Lambda(Direction(by, key), node, writer => writer.Write(key.Value).Is("null")));
                by = "ThenBy";
            }

            var order = IsText(key.Value.Type) ? ", TextForm.Order" : "";
            sorted = sorted.Member(Lambda(Direction(by, key), node, writer => writer.Write(key.Value), order));
            by = "ThenBy";
        }

        return node.Item.Type is ReferenceType
            ? sorted.Member(Lambda(by, node, writer => writer.Write(node.Item)))
            : sorted;
    }

    private static string Direction(string by, SortKey key) => key.IsDescending ? by + "Descending" : by;

    private CSharpText Membership(Expression value, Expression source)
    {
        if (source is FieldAccess { Type: ListType { Item: not ReferenceType } } list)
        {
            return Write(list).Member($"Contains({Write(value)})");
        }

        return Write(ListSources.Membership(value, source));
    }

    /// <summary>The selected values that pass the condition, in this type.</summary>
    private CSharpText Values(Comprehension node, ModelType type) =>
        Filtered(node).Member(Lambda("Select", node, writer => writer.Cast(node.Select ?? node.Item, type)));

    private CSharpText Filtered(Comprehension node) => node.Where is { } where ? Query(node, "Where", where) : Source(node);

    private CSharpText Query(Comprehension node, string method, Expression test) =>
        Source(node).Member(Lambda(method, node, writer => writer.Write(test)));

    /// <summary>`Sum(line => line.Price)`.</summary>
    private string Lambda(string method, Comprehension node, Func<CSharpWriter, CSharpText> body, string more = "")
    {
        var (name, scope) = _scope.WithItem(node.Item.Name);
        return $"{method}({name} => {body(Inside(scope))}{more})";
    }

    private CSharpText Cast(Expression node, ModelType type)
    {
        var value = Branch(node, type);
        return TypeOf(type) == TypeOf(node.Type) || !IsValueType(type)
            ? value
            : new($"({TypeOf(type)}){value.In(CSharpBinding.Unary)}", CSharpBinding.Unary);
    }

    private CSharpText Source(Comprehension node) => node.Source switch
    {
        FieldAccess access when MayBeNull(access.Target) => CSharpText.Primary($"({Write(access)} ?? [])"),
        { } source => Write(source),
        null => throw new InvalidOperationException("the rows of an entity are not in memory"),
    };

    private static Expression? Both(Expression? first, Expression? second) =>
        first is null ? second
        : second is null ? first
        : new Binary(new ScalarType(Scalar.Bool), BinaryOperator.And, first, second);
}
