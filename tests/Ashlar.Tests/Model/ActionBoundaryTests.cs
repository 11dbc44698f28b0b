using Ashlar.Core.Model.Statements;
using static Ashlar.Tests.Model.ActionModels;

namespace Ashlar.Tests.Model;

/// <summary>What an action may reach beyond itself: other actions, and other modules.</summary>
public sealed class ActionBoundaryTests
{
    private const string Stock = """
        system Shop { title "A shop" }
        module Stock
        entity Book { title: text max 9   left: int = 0   public { title, left } }
        entity Shelf { title: text max 9 }
        public event Sold { book: Book }
        event Moved { book: Book }
        public action Reserve { input { book: Book, count: int, note: text? max 9 }   access internal   do { set book.left = 0 } }
        public action Audit { access internal   do { } }
        action Hide { input { book: Book }   access internal   do { set book.left = 0 } }
        public action React { start on Sold as sold   do { set sold.book.left = 0 } }
        module Shop uses Stock
        """;

    [Fact]
    public void A_run_gives_inputs_in_the_order_of_the_action()
    {
        var action = Action(
            OrderDoing("run Stock.Reserve { count: 2, book: book }"),
            "Order");
        var run = Assert.IsType<RunStatement>(Assert.Single(action.Body));
        Assert.Equal("Stock.Reserve", run.Action.ToString());
        Assert.Equal(["book", "count"], run.Inputs.Select(given => given.Field));
    }

    [Theory]
    [InlineData("run Stock.Reserve { book: book }", "missing-argument: Stock.Reserve")]
    [InlineData("run Stock.Reserve { book: book, count: 1, number: 2 }", "unknown-argument: number")]
    [InlineData("run Stock.Reserve { book: book, count: null }", "type-mismatch: null")]
    [InlineData("run Stock.Hide { book: book }", "not-public: Stock.Hide")]
    [InlineData("run Reserve { book: book, count: 1 }", "unqualified-name: Reserve")]
    [InlineData("run Stock.Resrve { book: book }", "unknown-action: Resrve")]
    [InlineData("run Stock.React { }", "not-runnable: Stock.React")]
    [InlineData("set book.left = 1", "foreign-write: book")]
    [InlineData("delete book", "foreign-write: book")]
    [InlineData("create Stock.Book { title: \"x\" }", "foreign-write: Stock.Book")]
    [InlineData("create Stock.Shelf { title: \"x\" }", "not-public: Stock.Shelf")]
    [InlineData("emit Stock.Sold { book: book }", "foreign-write: Stock.Sold")]
    [InlineData("emit Stock.Moved { book: book }", "not-public: Stock.Moved")]
    [InlineData("for other in Stock.Book where other.left > 0 limit 9 { run Stock.Reserve { book: other, count: 1 } }", "")]
    public void Another_module_is_asked_and_never_written(string step, string finding) =>
        Assert.Equal(
            finding.Length == 0 ? [] : [finding],
            Models.Findings(OrderDoing(step)));

    [Fact]
    public void The_help_names_the_public_action_that_takes_such_a_row()
    {
        var found = Models.Compile(OrderDoing("delete book"));
        Assert.Equal(
            "run a public action of `Stock`, such as `Stock.Reserve`",
            Assert.Single(Assert.Single(found.Diagnostics).Helps));
    }

    [Theory]
    [InlineData("start on Stock.Sold as sold", "")]
    [InlineData("start on Stock.Moved as sold", "not-public: Stock.Moved")]
    [InlineData("start on Sold as sold", "unqualified-name: Sold")]
    public void A_public_event_starts_actions_of_other_modules(string start, string finding) =>
        Assert.Equal(
            finding.Length == 0 ? [] : [finding],
            Models.Findings($"{Stock}\naction Note {{ {start} do {{ let left = sold.book.left }} }}"));

    [Fact]
    public void No_action_reaches_itself()
    {
        Assert.Equal(["recursive-action: A"], Models.Findings("action A { access internal do { run A { } } }"));
        Assert.Equal(
            ["recursive-action: A"],
            Models.Findings(
                """
                action Zero { access internal do { run A { } } }
                action A { access internal do { run B { } run C { } } }
                action B { access internal do { if true { run C { } } } }
                action C { access internal do { run A { } } }
                """));
        Assert.Empty(
            Models.Findings(
                """
                action A { access internal do { run B { } run C { } } }
                action B { access internal do { run C { } } }
                action C { access internal do { } }
                """));
    }

    [Fact]
    public void A_row_of_runs_has_an_end()
    {
        var actions = Enumerable.Range(0, 300).Select(i => $"action A{i} {{ access internal do {{ run A{i + 1} {{ }} }} }}");
        var findings = Models.Findings(string.Join('\n', actions.Append("action A300 { access internal do { } }")));
        Assert.All(findings, finding => Assert.StartsWith("chain-too-long", finding, StringComparison.Ordinal));
        Assert.NotEmpty(findings);
    }

    private static string OrderDoing(string step) =>
        $"{Stock}\naction Order {{ input {{ book: Stock.Book }} access internal do {{ {step} }} }}";
}
