using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Tests.Model;

public sealed class ExpressionTreeTests
{
    private static readonly ModelType Bool = new ScalarType(Scalar.Bool);
    private static readonly ModelType Int = new ScalarType(Scalar.Int);
    private static readonly ModelType Ints = new ListType(Int);

    private static readonly Expression One = new Literal(Int, 1L);
    private static readonly Variable Item = new(Int, VariableKind.Item, "i");
    private static readonly Variable Numbers = new(Ints, VariableKind.Input, "numbers");
    private static readonly Variable Limit = new(Int, VariableKind.Input, "limit");

    /// <summary>`any(i in numbers where i > 1: i &lt; limit)`.</summary>
    private static readonly Comprehension AnyBelow = new(Bool, ComprehensionKind.Any, Item, Numbers)
    {
        Where = new Binary(Bool, BinaryOperator.Greater, Item, One),
        Select = new Binary(Bool, BinaryOperator.Less, Item, Limit),
    };

    [Fact]
    public void Descendants_come_in_written_order_each_before_its_parts()
    {
        var sum = new Binary(Int, BinaryOperator.Add, One, new Unary(Int, UnaryOperator.Negate, Limit));
        Assert.Equal([sum, One, sum.Right, Limit], sum.DescendantsAndSelf());
        Assert.Equal(8, AnyBelow.DescendantsAndSelf().Count);
    }

    [Fact]
    public void A_rewriter_that_changes_nothing_gives_the_same_object() =>
        Assert.Same(AnyBelow, new Renamer("nothing").Rewrite(AnyBelow));

    [Fact]
    public void A_rewriter_changes_every_place()
    {
        var list = new ListLiteral(Ints, [One, Limit]);
        var length = new BuiltIn(Int, BuiltInFunction.Length, [Limit]);
        var changed = new Renamer("limit").Rewrite(new Conditional(Bool, AnyBelow, list, length));
        Assert.Equal(3, changed.DescendantsAndSelf().Count(node => node is Variable { Name: "limit!" }));
        Assert.DoesNotContain(Limit, changed.DescendantsAndSelf());
    }

    [Fact]
    public void Inlining_puts_arguments_in_the_place_of_inputs()
    {
        var twice = Function("Twice", "x", new Binary(Int, BinaryOperator.Add, Input("x"), Input("x")));
        var four = Function("FourTimes", "y", Call(twice, Call(twice, Input("y"))));
        var inlined = FunctionInliner.Inline(Call(four, One), name => name == twice.Name ? twice : four);
        Assert.DoesNotContain(inlined.DescendantsAndSelf(), node => node is Core.Model.Expressions.Call or Variable);
        Assert.Equal(4, inlined.DescendantsAndSelf().Count(node => node == One));
    }

    [Fact]
    public void Inlining_does_not_capture_the_items_of_the_caller()
    {
        var below = Function("Below", "limit", AnyBelow);
        var outer = AnyBelow with { Select = Call(below, Item) };
        var inlined = Assert.IsType<Comprehension>(FunctionInliner.Inline(outer, _ => below));
        var inner = Assert.IsType<Comprehension>(inlined.Select);
        var select = Assert.IsType<Binary>(inner.Select);
        Assert.Equal(inner.Item, select.Left);
        Assert.Equal(inlined.Item, select.Right);
        Assert.NotEqual(inner.Item, inlined.Item);
    }

    private static Variable Input(string name) => new(Int, VariableKind.Input, name);

    private static Function Function(string name, string input, Expression body) =>
        new(new ElementName("M", name), [new Field(input, Int, Constraints.None, default)], body.Type, body, default);

    private static Call Call(Function function, Expression argument) => new(function.Gives, function.Name, [argument]);

    private sealed class Renamer(string name) : ExpressionRewriter
    {
        public override Expression Visit(Variable node) =>
            node.Name == name ? node with { Name = name + "!" } : node;
    }
}
