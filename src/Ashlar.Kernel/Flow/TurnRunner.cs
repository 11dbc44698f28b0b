using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>Runs one turn of a token in one transaction, or keeps that it failed.</summary>
internal sealed class TurnRunner(
    Database database, TurnWriter writer, FlowClock clock, FlowOptions options, SystemDescription system,
    Constraints constraints, IServiceProvider services, ILogger<TurnRunner> log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private static readonly Statement SelectState = new(
        """
        select i.state from ashlar_flow_tokens t join ashlar_flow_instances i on i.id = t.instance_id
        where t.id = $1 and t.epoch = $2 and t.seq = $3 and t.status = 'Live' and i.status = 'Running'
        """);

    private static readonly Statement SelectSequence = new("select seq from ashlar_flow_tokens where id = $1 and epoch = $2");

    private static readonly Statement InsertIncident = new(Incident(FlowClock.Postgres), Incident(FlowClock.Sqlite));

    /// <summary>
    /// Does something about a token; when that fails, keeps that it did. Where the answer of an outside call is known and cannot
    /// be kept, a person has to decide: another attempt would call again, or say that it is not done.
    /// </summary>
    public async Task<Landing> GuardAsync(
        Token token, Func<Task<Landing>> act, CancellationToken abandoned, bool isAnswered = false)
    {
        try
        {
            return await act();
        }
        catch (ConstraintViolationException e)
        {
            return await FailAsync(token, constraints.Explain(e).Code, e, isAnswered, abandoned);
        }
        catch (OperationCanceledException e) when (!abandoned.IsCancellationRequested)
        {
            return await FailAsync(token, "timeout", e, isAnswered, abandoned);
        }
        catch (Exception e) when (!abandoned.IsCancellationRequested && IsOfStep(e))
        {
            return await FailAsync(token, e.GetType().Name, e, isAnswered, abandoned);
        }
    }

    /// <summary>
    /// Runs a turn. A conflict with other work runs it again; where the answer to the commit is lost, the sequence of the token
    /// says whether it happened.
    /// </summary>
    public async Task<Landing> RunAsync(Token token, Transition transition, CancellationToken abandoned)
    {
        var passwords = new PasswordWork(services, address: "");
        for (var attempt = 1; ; attempt++)
        {
            Landing? written = null;
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
            deadline.CancelAfter(options.StepDeadline);
            try
            {
                var (landing, reason) = await TryAsync(
                    token, transition, passwords, landing => written = landing, deadline.Token);
                return landing ?? await StopAsync(token, "stopped", reason, abandoned);
            }
            catch (PasswordPendingException)
            {
                passwords.Complete();
                attempt--;
            }
            catch (Exception e) when (attempt < Conflict.MostAttempts && (Conflict.Is(e) || Unavailability.Is(e)))
            {
                await Conflict.PauseAsync(attempt, abandoned);
                if (written is not null && Unavailability.Is(e) && await IsCommittedAsync(written.Token, abandoned))
                {
                    return written;
                }
            }
        }
    }

    /// <summary>What the instance of a token knows, outside of a turn.</summary>
    public async Task<string> StateAsync(Token token, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        return await session.FirstAsync(SelectState, rows => rows.Text(0), token.Id, token.Epoch, token.Sequence)
            ?? throw new StaleTurnException();
    }

    /// <summary>Keeps that a person has to decide.</summary>
    public async Task<Landing> StopAsync(Token token, string cause, string? detail, CancellationToken abandoned)
    {
        await using var session = await database.BeginAsync(abandoned);
        await FlowJournal.WriteAsync(session, clock.Given, token, "incident", detail, actor: null);
        await session.ExecuteAsync(
            InsertIncident, clock.Given, Guid.CreateVersion7(clock.Now), token.Instance, token.Id, token.Step, cause, detail);

        // What is to be done when the time is over may be what stopped: it is not done again and again.
        var stopped = token.Deadline <= clock.Now ? token with { Deadline = null } : token;
        var landing = await writer.StayAsync(session, stopped, TokenPhase.Incident, pause: null, isKept: false);
        await session.CommitAsync();
        FlowLog.Stopped(log, token, cause, detail);
        return landing;
    }

    /// <summary>Moves a token within its step: it is announced that it calls, or that it tries again after a pause.</summary>
    public async Task<Landing> StayAsync(
        Token token, TokenPhase phase, string kind, string? detail, TimeSpan? pause, CancellationToken abandoned)
    {
        await using var session = await database.BeginAsync(abandoned);
        await FlowJournal.WriteAsync(session, clock.Given, token, kind, detail, actor: null);
        var landing = await writer.StayAsync(session, token, phase, pause, isKept: pause is null);
        await session.CommitAsync();
        return landing;
    }

    /// <summary>Lets a token that a migration has carried over hear what its workflow hears at every step.</summary>
    public async Task<Landing> RenewAsync(Token token, IReadOnlyList<Expected> events, CancellationToken abandoned)
    {
        await using var session = await database.BeginAsync(abandoned);
        var state = await session.FirstAsync(SelectState, rows => rows.Text(0), token.Id, token.Epoch, token.Sequence)
            ?? throw new StaleTurnException();
        using var known = JsonDocument.Parse(state);
        await FlowWaits.RenewAsync(session, token, events, known.RootElement);
        await FlowJournal.WriteAsync(session, clock.Given, token, "migrate", "hears other events", actor: null);
        var landing = await writer.StayAsync(session, token, token.Phase, pause: null, isKept: true);
        await session.CommitAsync();
        return landing;
    }

    /// <summary>Keeps that a turn failed; after some attempts a person has to look.</summary>
    private async Task<Landing> FailAsync(
        Token token, string problem, Exception cause, bool isLast, CancellationToken abandoned)
    {
        FlowLog.Failed(log, token, cause);
        var attempt = token.Attempt + 1;
        return isLast || attempt >= options.Attempts
            ? await StopAsync(token, "failed", problem, abandoned)
            : await StayAsync(
                token with { Attempt = attempt }, token.Phase, "failed", problem, PauseAfter(attempt), abandoned);
    }

    /// <summary>Whether a step is at fault: it is not when the database does not answer.</summary>
    internal static bool IsOfStep(Exception e) => e is not StaleTurnException && !Conflict.Is(e) && !Unavailability.Is(e);

    /// <summary>Where the token stands after the turn, or why a person has to decide: then nothing of the turn is kept.</summary>
    private async Task<(Landing? Landing, string? Reason)> TryAsync(
        Token token, Transition transition, PasswordWork passwords, Action<Landing> written, CancellationToken deadline)
    {
        await using var scope = services.CreateAsyncScope();
        await using var session = await database.BeginSerializableAsync(deadline);
        var state = await session.FirstAsync(SelectState, rows => rows.Text(0), token.Id, token.Epoch, token.Sequence)
            ?? throw new StaleTurnException();
        if (transition.Heard is { } heard && !await FlowWaits.ConsumeAsync(session, token, heard))
        {
            return (new(token, Fate.Idle), null);
        }

        using var json = JsonDocument.Parse(state);
        var work = new UnitOfWork(
            session, transition.Caller, clock.Now, system.Zone, scope.ServiceProvider, passwords,
            new(sent: null, lifetime: null), deadline);
        var context = new TurnContext(work, token, json.RootElement);
        var next = await transition.Body(context);
        if (next is NextIncident incident)
        {
            return (null, incident.Reason);
        }

        var landing = await writer.WriteAsync(context, next, transition.Kind, transition.Detail);
        written(landing);
        await session.CommitAsync();
        work.Committed();
        return (landing, null);
    }

    private async Task<bool> IsCommittedAsync(Token written, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        var found = await session.ListAsync(SelectSequence, rows => rows.Long(0), written.Id, written.Epoch);
        return found is [var sequence] && sequence == written.Sequence;
    }

    private static TimeSpan PauseAfter(int attempts)
    {
        var longest = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts - 1), LongestPause.TotalSeconds));
        return longest * (1 - (Random.Shared.NextDouble() / 2));
    }

    private static string Incident(string now) =>
        $"""
        insert into ashlar_flow_incidents (opened_at, id, instance_id, token_id, step, class, detail)
        values ({now}, $2, $3, $4, $5, $6, $7)
        """;
}
