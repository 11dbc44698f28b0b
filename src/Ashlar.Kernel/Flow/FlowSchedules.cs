using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// Starts what is scheduled. The row of a schedule says which tick comes next; whoever moves it on starts the instance of the
/// tick in the same transaction, and so there is one of it.
/// </summary>
internal sealed class FlowSchedules(
    Database database, IReadOnlyList<FlowSchedule> schedules, FlowClock clock, FlowOptions options, SystemDescription system,
    IServiceProvider services, ILogger<FlowSchedules> log)
{
    /// <summary>A tick that is not older than this is not missed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly Statement Insert = new(
        "insert into ashlar_flow_schedules (name, next_at) values ($1, $2) on conflict (name) do nothing");

    private static readonly Statement SelectDue = new(
        """
        select name, next_at from ashlar_flow_schedules s
        where next_at <= $1 and not exists (select 1 from ashlar_flow_pauses p where p.definition = s.name)
        order by next_at, name
        """);

    private static readonly Statement MoveOn = new(
        "update ashlar_flow_schedules set next_at = $3 where name = $1 and next_at = $2");

    private readonly Dictionary<string, DateTimeOffset> _putOff = [];

    private bool _areKnown;

    /// <summary>Starts what is due; whether there was anything.</summary>
    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        if (schedules.Count == 0)
        {
            return false;
        }

        if (!_areKnown)
        {
            await IntroduceAsync(cancellation);
        }

        var hasStarted = false;
        foreach (var (name, tick) in await DueAsync(cancellation))
        {
            if (schedules.FirstOrDefault(one => one.Name == name) is { } schedule)
            {
                hasStarted |= await StartAsync(schedule, tick, cancellation);
            }
        }

        return hasStarted;
    }

    private async Task IntroduceAsync(CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        session.IsBackground = true;
        foreach (var schedule in schedules)
        {
            await session.ExecuteAsync(Insert, schedule.Name, schedule.Next(clock.Now));
        }

        _areKnown = true;
    }

    private async Task<List<(string Name, DateTimeOffset Tick)>> DueAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        return await session.ListAsync(SelectDue, rows => (rows.Text(0), rows.Instant(1)), clock.Now);
    }

    private async Task<bool> StartAsync(FlowSchedule schedule, DateTimeOffset due, CancellationToken cancellation)
    {
        if (_putOff.TryGetValue(schedule.Name, out var until) && clock.Now < until)
        {
            return false;
        }

        try
        {
            return await StartOnceAsync(schedule, due, cancellation);
        }
        catch (Exception e) when (Conflict.Is(e))
        {
            // Nothing of it happened: another process may have it, and otherwise it is still due.
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && TurnRunner.IsOfStep(e))
        {
            FlowLog.NotStarted(log, schedule.Name, e);
            _putOff[schedule.Name] = clock.Now + Grace;
            return false;
        }
    }

    private async Task<bool> StartOnceAsync(FlowSchedule schedule, DateTimeOffset due, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.StepDeadline);
        await using var scope = services.CreateAsyncScope();
        await using var session = await database.BeginSerializableAsync(deadline.Token);
        var work = new UnitOfWork(
            session, Caller.Nobody, clock.Now, system.Zone, scope.ServiceProvider, new PasswordWork(services, address: ""),
            new(sent: null, lifetime: null), deadline.Token);
        var tick = TickOf(schedule, due);
        if (await session.ExecuteAsync(MoveOn, schedule.Name, due, schedule.Next(tick)) == 0)
        {
            // Another process has it.
            return false;
        }

        var isMissed = schedule.Missed == Missed.Skip && clock.Now - tick > Grace;
        if (!isMissed && await schedule.Start(work, tick) is { IsNew: false } && schedule.Overlap == Overlap.Wait)
        {
            return false;
        }

        await session.CommitAsync();
        work.Committed();
        return true;
    }

    private DateTimeOffset TickOf(FlowSchedule schedule, DateTimeOffset due)
    {
        if (schedule.Missed == Missed.RunAll)
        {
            return due;
        }

        var (tick, now) = (due, clock.Now);
        for (var next = schedule.Next(tick); next <= now; next = schedule.Next(tick))
        {
            tick = next;
        }

        return tick;
    }
}
