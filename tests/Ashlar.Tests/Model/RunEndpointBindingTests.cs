using Ashlar.Core.Model;
using static Ashlar.Tests.Model.ActionModels;

namespace Ashlar.Tests.Model;

public sealed class RunEndpointBindingTests
{
    private const string Actions = Rows + """

        shape Page of Order { id, total }
        shape BookCard of Book { title }
        action PayOrder { input { order: Order, note: text? max 9 }   access to signed in   do { move order.status to Paid } }
        action DropOrder { input { order: Order }   access to signed in   do { delete order } }
        action Forget { input { order: Order }   access to signed in   do { if true { run DropOrder { order: order } } } }
        action Join { input { one: Order, two: Order }   access to signed in   do { delete two } }
        action Maybe { input { order: Order? }   access to signed in   do { } }
        action Hidden { input { order: Order }   access internal   do { } }
        action Thank { start on Paid as paid   do { } }
        action Buy { input { book: Book }   access to signed in   do {
          create Order { kind: New } as made
          let gift = made.gift
          if true { create Order { kind: New } as inner }
        } }
        """;

    [Fact]
    public void An_action_on_a_row_has_its_path_its_row_and_the_reply_of_reading_it()
    {
        var run = RowRun("run PayOrder   read { reply Page of order }");
        Assert.Equal(("/orders/{id}/pay-order", "order", "order", "Main.Page"), Parts(run));
        Assert.Equal(("/orders/{id}/pay-order", "order", "order", ""), Parts(RowRun("read   run PayOrder")));
        var replied = RowRun("run PayOrder { reply Page of order }");
        Assert.Equal(("/orders/{id}/pay-order", "order", "order", "Main.Page"), Parts(replied));
    }

    [Theory]
    [InlineData("DropOrder", "drop-order")]
    [InlineData("Forget", "forget")]
    public void A_row_that_is_deleted_on_the_way_is_not_replied(string action, string path) =>
        Assert.Equal(
            ($"/orders/{{id}}/{path}", "order", null, ""),
            Parts(RowRun($"run {action}   read {{ reply Page of order }}")));

    [Fact]
    public void An_action_of_the_api_replies_what_it_says()
    {
        Assert.Equal(("/buy", null, null, ""), Parts(ApiOf("run Buy").Runs[0]));
        Assert.Equal(("/buy", null, "made", "Main.Page"), Parts(ApiOf("run Buy { reply Page of made }").Runs[0]));
        Assert.Equal(("/buy", null, "book", "Main.BookCard"), Parts(ApiOf("run Buy { reply BookCard of book }").Runs[0]));
        Assert.Equal(["PayOrder", "Join"], ApiOf("run PayOrder, Join").Offers().Select(run => run.Action.Name));
    }

    [Theory]
    [InlineData("expose Order { read   run Join }", "run-row: Join")]
    [InlineData("expose Order { read   run Maybe }", "run-row: Maybe")]
    [InlineData("expose Order { read   run Buy }", "run-row: Buy")]
    [InlineData("expose Book { read   run Buy }", "")]
    [InlineData("run Hidden", "not-runnable: Hidden")]
    [InlineData("run Thank", "not-runnable: Thank")]
    [InlineData("run Bui", "unknown-action: Bui")]
    [InlineData("run Buy, Buy", "duplicate-member: Buy")]
    [InlineData("run Buy { reply Page of gift }", "reply-source: gift")]
    [InlineData("run Buy { reply Page of inner }", "reply-source: inner")]
    [InlineData("run Buy { reply Page of book }", "shape-of-other: Page")]
    [InlineData("run Buy { reply Page }", "reply-source: Page")]
    [InlineData("run Buy { reply Pag of made }", "unknown-shape: Pag")]
    public void What_an_api_offers_fits_the_action(string parts, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], Models.Findings($"{Actions}\napi Web {{ {parts} }}"));

    private static RunEndpoint RowRun(string parts) => Assert.Single(ApiOf($"expose Order {{ {parts} }}").Exposes[0].Runs);

    private static Api ApiOf(string parts)
    {
        var compilation = Models.Compile($"{Actions}\napi Web {{ {parts} }}");
        Assert.Empty(compilation.Diagnostics);
        return Assert.Single(compilation.Model.Apis);
    }

    private static (string Path, string? RowInput, string? ReplySource, string Reply) Parts(RunEndpoint run) =>
        (run.Address.Path, run.RowInput, run.ReplySource, $"{run.Reply}");
}
