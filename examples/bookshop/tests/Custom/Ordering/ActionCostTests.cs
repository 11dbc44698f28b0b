using Bookshop.Kernel;

namespace Bookshop.Tests.Custom;

/// <summary>
/// What actions cost the database, with everything that a request asks it. A number that changes is no error, but somebody
/// has to have meant it. Placing an order is three commits: that of the request, that of the module that hears of it, and that
/// of the workflow, which looks whether the order is paid by card.
/// </summary>
public sealed class ActionCostTests
{
    private const string OfTwoLines = "00000000-0000-7000-8000-000000000014";
    private const string OfOneLine = "00000000-0000-7000-8000-000000000015";

    private static readonly Statement MakeDraft = new("update ordering_orders set status = 'Draft' where id = $1");

    [Fact]
    public Task An_action_is_one_transaction_of_few_statements() => RunningSystem.OnFreshAsync(async system =>
        Assert.Equal((6, 1), await CostAsync(system, "maya", OfTwoLines, "record-payment", """{ "amount": 52.30 }""")));

    [Fact]
    public Task Each_row_of_a_loop_costs_the_same() => RunningSystem.OnFreshAsync(async system =>
    {
        await system.ExecuteAsync(MakeDraft, new Guid(OfTwoLines));
        var one = await CostAsync(system, "ann", OfOneLine, "place-order", "{}");
        var two = await CostAsync(system, "ann", OfTwoLines, "place-order", "{}");
        Assert.Equal(((21, 3), (25, 3)), (one, two));
    });

    private static Task<(long Statements, long Commits)> CostAsync(
        TestSystem system, string actor, string order, string action, string body) => system.CostAsync(
        async () => (await system.PostAsync(actor, $"/api/orders/{order}/{action}", body)).Expect(200));
}
