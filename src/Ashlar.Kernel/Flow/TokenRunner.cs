using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>Moves a token that this process has claimed from step to step, until it waits or has ended.</summary>
internal sealed class TokenRunner(
    Database database, FlowQueue queue, Workflows workflows, TurnRunner turns, CallRunner calls, UndoRunner undos,
    FlowClock clock, FlowLease lease, FlowOptions options, ILogger<TokenRunner> log)
{
    /// <summary>Those of earlier steps have joined or were cancelled: what lives was begun by the step that waits.</summary>
    private static readonly Statement CountBranches = new(
        "select count(*) from ashlar_flow_tokens where parent_id = $1 and status = 'Live'");

    private static readonly Statement SelectEnded = new(
        "select outcome, state, status from ashlar_flow_instances where id = $1 and status <> 'Running'");

    /// <summary>Moves the token. A stop lets its turn end, and gives it back then.</summary>
    public async Task RunAsync(Claimed claimed, CancellationToken stopping, CancellationToken abandoned)
    {
        var token = claimed.Token;
        try
        {
            var landing = new Landing(token, Fate.Goes);
            while (landing.Fate == Fate.Goes && !stopping.IsCancellationRequested && !lease.IsLost)
            {
                landing = await AdvanceAsync(token, abandoned);
                token = landing.Token;
            }

            await SettleAsync(claimed with { Token = token }, landing.Fate, abandoned);
        }
        catch (StaleTurnException)
        {
            FlowLog.Stale(log, token);
            await queue.ReleaseAsync(claimed, isAtOnce: false, abandoned);
        }
        catch (Exception e) when (e is DbException || Conflict.Is(e) || Unavailability.Is(e))
        {
            // Where it stands is in the database, and whoever claims it next reads it there.
            Log.Unavailable(log, e);
            await queue.ReleaseAsync(claimed, isAtOnce: false, abandoned);
        }
    }

    private Task SettleAsync(Claimed claimed, Fate fate, CancellationToken abandoned) => fate switch
    {
        Fate.Ended => queue.RemoveAsync(claimed.Token, abandoned),
        Fate.Goes => queue.ReleaseAsync(claimed, isAtOnce: true, abandoned),
        _ => queue.ParkAsync(claimed, fate, abandoned),
    };

    private async Task<Landing> AdvanceAsync(Token token, CancellationToken abandoned)
    {
        if (token.Claims > options.MostClaims && token.Phase is TokenPhase.Ready or TokenPhase.Calling)
        {
            return await turns.StopAsync(token, "abandoned", "it was begun again and again without an end", abandoned);
        }

        return await turns.GuardAsync(token, () => StepAsync(token, abandoned), abandoned);
    }

    private async Task<Landing> StepAsync(Token token, CancellationToken abandoned)
    {
        if (token.RetryAt > clock.Now)
        {
            return new(token, Fate.Early);
        }

        var workflow = workflows.Of(token);
        if (token is { Parent: null, Phase: not TokenPhase.Calling })
        {
            if (token.Deadline <= clock.Now && workflow.Overdue is { } overdue)
            {
                return await turns.RunAsync(token with { Deadline = null }, new("deadline", overdue), abandoned);
            }

            if (workflow.Interrupts.Count > 0 && await HearAsync(token, FlowWaits.Always, abandoned) is { } heard)
            {
                return heard.Event == FlowWaits.Renewal
                    ? await turns.RenewAsync(token, workflow.Interrupts, abandoned)
                    : await turns.RunAsync(token, Interrupted(workflow, heard), abandoned);
            }
        }

        if (token.Phase == TokenPhase.Incident)
        {
            return new(token, Fate.Idle);
        }

        return workflow.Find(token.Step) switch
        {
            { IsEntered: true } when token.Phase == TokenPhase.Ready => await turns.RunAsync(
                token, new("enter", turn => new(new NextStep(token.Step, State: null))), abandoned),
            DoStep step => await turns.RunAsync(token, new("done", step.Body), abandoned),
            CallStep step => await CallAsync(token, step, abandoned),
            UndoStep step => await undos.RunAsync(token, workflow, step, abandoned),
            WaitStep step => await ListenAsync(token, heard => Heeded(heard, step.For), step.Late, abandoned),
            AskStep step => await ListenAsync(token, heard => Answered(heard, step), step.Late, abandoned),
            ParallelStep step => await JoinAsync(token, step, abandoned),
            ChildStep step => await EndedAsync(token, step, abandoned),
            _ => throw new InvalidOperationException($"{workflow.Name} cannot stand at {token.Step}."),
        };
    }

    private static Transition Interrupted(Workflow workflow, Heard heard)
    {
        var heeded = Heeded(heard, workflow.Interrupts);
        return heeded with
        {
            Kind = "interrupt",
            Body = async turn =>
            {
                await FlowWaits.RemoveInterruptAsync(turn.Work.Session, turn.Token, heard);
                return await heeded.Body(turn);
            },
        };
    }

    private static Transition Heeded(Heard heard, IReadOnlyList<Expected> events) => new("signal", turn =>
    {
        var candidates = events.Where(one => one.Event == heard.Event).ToList();
        var expected = candidates is [var only] ? only : candidates.First(one => one.Key(turn.State) == heard.Key);
        return HeedAsync(heard, payload => expected.Then(turn, payload));
    })
    {
        Detail = heard.Event,
        Heard = heard,
    };

    private static Transition Answered(Heard heard, AskStep step) =>
        new("answer", turn => HeedAsync(heard, answer => step.Answered(turn, answer))) { Heard = heard };

    private static async ValueTask<Next> HeedAsync(Heard heard, Func<JsonElement, ValueTask<Next>> then)
    {
        using var payload = JsonDocument.Parse(heard.Payload);
        return await then(payload.RootElement);
    }

    private async Task<Landing> ListenAsync(
        Token token, Func<Heard, Transition> heed, Func<TurnContext, ValueTask<Next>> late, CancellationToken abandoned)
    {
        if (token.WaitSequence is { } since && await HearAsync(token, since, abandoned) is { } heard)
        {
            return await turns.RunAsync(token, heed(heard), abandoned);
        }

        return await LateAsync(token, late, abandoned);
    }

    private async Task<Landing> LateAsync(
        Token token, Func<TurnContext, ValueTask<Next>> late, CancellationToken abandoned) =>
        token.WaitUntil <= clock.Now
            ? await turns.RunAsync(token, new("timer", late), abandoned)
            : new(token, Fate.Idle);

    private async Task<Heard?> HearAsync(Token token, long sequence, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        return await FlowWaits.FirstAsync(session, token, sequence);
    }

    private async Task<Landing> CallAsync(Token token, CallStep step, CancellationToken abandoned)
    {
        using var state = JsonDocument.Parse(await turns.StateAsync(token, abandoned));
        return await calls.RunAsync(token, OutsidePlan.Of(step, state.RootElement), abandoned);
    }

    private async Task<Landing> JoinAsync(Token token, ParallelStep step, CancellationToken abandoned)
    {
        await using (var session = await database.ReadAsync(abandoned))
        {
            session.IsBackground = true;
            var left = await session.OneAsync(CountBranches, rows => rows.Long(0), token.Id);
            if (step.Branches.Count - left < step.Needed)
            {
                return new(token, Fate.Idle);
            }
        }

        return await turns.RunAsync(token, new("joined", step.Joined), abandoned);
    }

    private async Task<Landing> EndedAsync(Token token, ChildStep step, CancellationToken abandoned)
    {
        await using (var session = await database.ReadAsync(abandoned))
        {
            session.IsBackground = true;
            var found = await session.ListAsync(
                SelectEnded, rows => (Outcome: rows.Text(0), State: rows.Text(1), Status: rows.Text(2)),
                Guid.Parse(token.WaitKey ?? ""));
            if (found is [var end])
            {
                var outcome = end.Status == "Ended" ? end.Outcome : "";
                return await turns.RunAsync(
                    token, new("returned", turn => ReturnAsync(turn, step, outcome, end.State)), abandoned);
            }
        }

        return await LateAsync(token, step.Late, abandoned);
    }

    private static async ValueTask<Next> ReturnAsync(TurnContext turn, ChildStep step, string outcome, string state)
    {
        using var json = JsonDocument.Parse(state);
        return await step.Ended(turn, outcome, json.RootElement);
    }
}
