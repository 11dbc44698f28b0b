using System.Diagnostics;
using System.Globalization;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>Processes that are killed while they deliver lose no event and double none.</summary>
public sealed class KillTests(PostgresServer server)
{
    private const string Address = "ASHLAR_EVENTS_OF";
    private const string Minute = "ASHLAR_EVENTS_MINUTE";
    private const int Count = 300;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Every_event_is_taken_once_and_in_order(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var emitting = rig.Process(EventRig.Noting("A"));
        await emitting.EmitAsync([.. Enumerable.Range(1, Count).Select(i => new Happened("Counted", $"{i % 7}", i))]);
        var kills = 0;

        // Each process is killed once it has taken some more. The next one begins a minute later: a killed process may owe a
        // delivery the call that its turn has come, and then it is looked at after a while.
        for (var goal = 40; goal < Count; goal += 80)
        {
            using var process = Start(rig.ConnectionString, kills);
            await rig.WaitForAsync(goal);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            kills += process.ExitCode == 0 ? 0 : 1;
        }

        Assert.True(kills > 2, $"{kills} were killed");
        Assert.True(await rig.CountPendingAsync() > 0, "the last one was killed when all was done");
        rig.Clock.Advance(TimeSpan.FromMinutes(kills));
        await emitting.DrainAsync();

        var taken = await rig.TakenAsync();
        Assert.Equal(Enumerable.Range(1, Count), taken.Order());
        Assert.All(taken.GroupBy(i => i % 7), subject => Assert.Equal(subject.Order(), subject));
    }

    /// <summary>What the processes run that are killed.</summary>
    [Fact(Explicit = true)]
    public async Task Deliver_until_the_end()
    {
        var address = Environment.GetEnvironmentVariable(Address) ?? throw new InvalidOperationException($"Set {Address}.");
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromMinutes(int.Parse(
            Environment.GetEnvironmentVariable(Minute) ?? "0", CultureInfo.InvariantCulture)));
        await using var process = new EventProcess(
            Database.Open(address), new KernelOptions(), clock, [EventRig.Noting("A")]);
        await process.Dispatcher.StartAsync(TestContext.Current.CancellationToken);
        await Task.Delay(Bound, TestContext.Current.CancellationToken);
    }

    private static Process Start(string address, int minute)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        }

        foreach (var argument in (string[])
            ["--explicit", "only", "--filter-method", $"{typeof(KillTests).FullName}.{nameof(Deliver_until_the_end)}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[Address] = address;
        start.Environment[Minute] = minute.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }
}
