using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>The sample goes through each kind of step.</summary>
public sealed class FulfilmentTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_instance_goes_through_all_steps(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process();

        var instance = await FlowRig.FulfilAsync(process, "A1");
        await rig.DrainAsync(process);
        Assert.Equal("Pack:Waiting", await rig.StandsAsync(instance));
        Assert.Null(await FlowRig.PackAsync(process, "T1"));
        await rig.DrainAsync(process);
        Assert.Equal("AwaitDelivery:Waiting", await rig.StandsAsync(instance));
        await FlowRig.SignalAsync(process, "ParcelDelivered", "T1");
        await rig.DrainAsync(process);

        Assert.Equal("Done", await rig.OutcomeAsync(instance));
        Assert.Equal("deliver notify print reserve", await rig.EffectsAsync("A1"));
        Assert.Equal("charge A1", Assert.Single(rig.Gateway.Done).Value);
        Assert.Empty(process.Logged);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_was_done_is_undone_when_the_time_is_over(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process();
        var instance = await FlowRig.FulfilAsync(process, "A1");
        await rig.DrainAsync(process);

        rig.Clock.Advance(TimeSpan.FromDays(5));
        await rig.DrainAsync(process);

        Assert.Equal("Cancelled", await rig.OutcomeAsync(instance));
        Assert.Equal("release reserve", await rig.EffectsAsync("A1"));
        Assert.Equal(["charge A1", "refund receipt of charge A1"], rig.Gateway.Done.Values.Order());
    }
}
