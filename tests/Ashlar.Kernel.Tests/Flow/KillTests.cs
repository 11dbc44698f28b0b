using System.Diagnostics;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>Processes that are killed or frozen while they move instances lose no effect and double none.</summary>
public sealed class KillTests(PostgresServer server)
{
    private const string Address = "ASHLAR_FLOWS_OF";
    private const int Count = 60;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);
    private static readonly CallPolicy Policy = new(Effect.Idempotent, TimeSpan.FromSeconds(20), 50, TimeSpan.FromHours(1));
    private static readonly Statement CountEffects = new("select count(*) from effects");
    private static readonly Statement SelectEffects = new(
        "select subject || ':' || kind from effects where kind not like 'receipt%' order by 1");

    private static readonly Statement SelectCharges = new("select what from gateway order by what");

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Kernel:Flow:Lease"] = "00:00:02",
        ["Kernel:Flow:Concurrency"] = "4",
    };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_killed_processes_began_is_ended_once(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server, TableGateway.Table);
        await StartAllAsync(rig);
        var kills = 0;
        for (var goal = 30; goal <= 150; goal += 30)
        {
            using var process = Start(rig.ConnectionString);
            await WaitForAsync(rig, goal);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            kills++;
        }

        Assert.True(await rig.CountRunningAsync() > 0, "the last one was killed when all was done");
        using var last = Start(rig.ConnectionString);
        await EndAsync(rig, last);

        Assert.Equal(5, kills);
        await HoldAsync(rig);
    }

    [Fact]
    public async Task What_a_frozen_process_began_is_ended_once_and_it_may_thaw()
    {
        await using var rig = await FlowRig.CreateAsync(DatabaseKind.Postgres, server, TableGateway.Table);
        await StartAllAsync(rig);

        // The server ends a transaction in which a process froze.
        var address = rig.ConnectionString + ";Options=-c idle_in_transaction_session_timeout=3s";
        using var frozen = Start(address);
        await WaitForAsync(rig, 40);
        await SignalAsync(frozen, "STOP");
        using var other = Start(address);
        await WaitForAsync(rig, 100);
        await SignalAsync(frozen, "CONT");
        await WaitForAsync(rig, 130);
        await SignalAsync(other, "STOP");
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await SignalAsync(other, "CONT");
        await EndAsync(rig, frozen, other);

        await HoldAsync(rig);
    }

    /// <summary>What the processes run that are killed.</summary>
    [Fact(Explicit = true)]
    public async Task Move_until_the_end()
    {
        var address = Environment.GetEnvironmentVariable(Address) ?? throw new InvalidOperationException($"Set {Address}.");
        await using var database = Database.Open(address);
        await using var process = new FlowProcess(database, TimeProvider.System, new TableGateway(database), Settings, Steps());
        await process.Worker.StartAsync(TestContext.Current.CancellationToken);
        await Task.Delay(Bound, TestContext.Current.CancellationToken);
    }

    private static Probe Steps() => new(probe =>
    {
        probe.Does(Probe.Step.First, "one", Probe.Step.Second);
        probe.Charges(Probe.Step.Second, Policy, Probe.Step.Third);
        probe.Waits(Probe.Step.Third, TimeSpan.FromDays(1), Probe.Step.Done, Probe.Step.Other, "A");
    });

    private static async Task StartAllAsync(FlowRig rig)
    {
        // One that only starts instances: it has the clock of the system, as the processes have that are killed.
        var database = Database.Open(rig.ConnectionString);
        await using var starting = new FlowProcess(database, TimeProvider.System, rig.Gateway, Settings, Steps());
        for (var i = 0; i < Count; i++)
        {
            await FlowRig.StartAsync(starting, $"{i}");
            await FlowRig.SignalAsync(starting, "A", $"{i}", id: $"{i}");
        }

        await database.DisposeAsync();
    }

    private static async Task WaitForAsync(FlowRig rig, int count)
    {
        var began = Stopwatch.GetTimestamp();
        while (Assert.Single(await rig.AskAsync(CountEffects, rows => rows.Long(0))) is var done && done < count)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Bound, $"only {done} effects");
            await Task.Delay(3, TestContext.Current.CancellationToken);
        }
    }

    private static async Task EndAsync(FlowRig rig, params Process[] processes)
    {
        var began = Stopwatch.GetTimestamp();
        while (await rig.CountRunningAsync() is var running && running > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Bound, $"{running} are still running");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        foreach (var process in processes)
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task HoldAsync(FlowRig rig)
    {
        var expected = Enumerable.Range(0, Count).SelectMany(i => new[] { $"{i}:A", $"{i}:one" }).Order(StringComparer.Ordinal);
        Assert.Equal(expected, (await rig.AskAsync(SelectEffects, rows => rows.Text(0))).Order(StringComparer.Ordinal));
        Assert.Equal(Count * 3, Assert.Single(await rig.AskAsync(CountEffects, rows => rows.Long(0))));
        Assert.Equal(
            Enumerable.Range(0, Count).Select(i => $"charge {i}").Order(StringComparer.Ordinal),
            (await rig.AskAsync(SelectCharges, rows => rows.Text(0))).Order(StringComparer.Ordinal));
        await FlowInvariants.HoldAsync(rig);
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static Process Start(string address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        }

        foreach (var argument in (string[])
            ["--explicit", "only", "--filter-method", $"{typeof(KillTests).FullName}.{nameof(Move_until_the_end)}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[Address] = address;
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }
}
