using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>
/// What an action allocates, from the beginning of its transaction to the end of its commit. On SQLite all of it is done by
/// one thread at once unless somebody else writes; then nothing is counted. A number that changes is no error, but somebody has
/// to have meant it.
/// </summary>
public sealed class ActionAllocationTests(PostgresServer server)
{
    private const int Attempts = 40;

    private static readonly Statement CountNotes = new("select count(*) from notes");

    [Fact]
    public async Task An_action_with_an_event_allocates_a_few_kilobytes_and_each_event_as_much_as_the_one_before()
    {
        var none = await LeastAsync(events: 0);
        var one = await LeastAsync(events: 1);
        var two = await LeastAsync(events: 2);
        var twelve = await LeastAsync(events: 12);

        Assert.InRange(none, 1, 3_500);
        Assert.InRange(one - none, 1, 3_300);
        Assert.InRange((twelve - two) / 10, 1, 3_300);
    }

    private async Task<long> LeastAsync(int events)
    {
        var counted = new List<long>();
        await using var system = await RunningSystem.StartWithAsync(
            DatabaseKind.Sqlite,
            server,
            new EventDelivery([[new Consumer("Counted", "A", (_, _) => Task.FromResult<Refusal?>(null))]]),
            api => api.Post("/count", "count", call => CountedAsync(call, events, counted)));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            Assert.Equal(204, (await system.SendAsync(HttpMethod.Post, "/api/count")).Status);
            await system.SettleAsync();
        }

        Assert.NotEmpty(counted);
        return counted.Min();
    }

    private static async Task<IReply> CountedAsync(Call call, int events, List<long> counted)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var work = call.TransactAsync(async work =>
        {
            await work.Session.ListAsync(CountNotes, rows => rows.Long(0));
            for (var number = 0; number < events; number++)
            {
                await work.EmitAsync(new Happened("Counted", "x", number));
            }

            return Reply.NoContent();
        });
        if (work.IsCompletedSuccessfully)
        {
            counted.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return await work;
    }
}
