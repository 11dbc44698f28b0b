using System.Collections.Concurrent;
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

    // A schedule that was changed to come sooner does not wait for the tick that it had before.
    private static readonly Statement Insert = new(
        """
        insert into ashlar_flow_schedules (name, next_at) values ($1, $2)
        on conflict (name) do update set next_at = excluded.next_at where ashlar_flow_schedules.next_at > excluded.next_at
        """);

    private static readonly Statement SelectDue = new(
        """
        select name, next_at from ashlar_flow_schedules s
        where next_at <= $1 and not exists (select 1 from ashlar_flow_pauses p where p.definition = s.name)
        order by next_at, name
        """);

    private static readonly Statement MoveOn = new(
        "update ashlar_flow_schedules set next_at = $3 where name = $1 and next_at = $2");

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string Why)> _putOff = [];

    private bool _areKnown;

    /// <summary>What could not be started and is tried again: `Lending.MarkLate: none-left`.</summary>
    public IEnumerable<string> Failures => _putOff.Select(one => $"{one.Key}: {one.Value.Why}");

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
        if (_putOff.TryGetValue(schedule.Name, out var putOff) && clock.Now < putOff.Until)
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
            PutOff(schedule, e.GetType().Name);
            return false;
        }
    }

    private void PutOff(FlowSchedule schedule, string why) => _putOff[schedule.Name] = (clock.Now + Grace, why);

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

        if (IsOfCalendar(schedule, tick) && !IsLeftOut(schedule, tick)
            && await schedule.Start(work, tick) is { IsNew: false } started && schedule.Overlap == Overlap.Wait)
        {
            if (started.Refusal is { } refusal)
            {
                FlowLog.Refused(log, schedule.Name, refusal.Code);
                PutOff(schedule, refusal.Code);
            }

            return false;
        }

        await session.CommitAsync();
        work.Committed();
        _putOff.TryRemove(schedule.Name, out _);
        return true;
    }

    private bool IsLeftOut(FlowSchedule schedule, DateTimeOffset tick) =>
        schedule.Missed == Missed.Skip && clock.Now - tick > Grace;

    // The tick that a schedule had before it was changed is none of it.
    private static bool IsOfCalendar(FlowSchedule schedule, DateTimeOffset tick) =>
        schedule.Next(tick - TimeSpan.FromMilliseconds(1)) == tick;

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
