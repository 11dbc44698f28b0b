using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>
/// Makes an outside call in three parts: a commit that announces it, the call outside of any transaction, and a commit with what
/// came of it. What is done when the process ends in between depends on the effect of the call.
/// </summary>
internal sealed class CallRunner(TurnRunner turns, FlowLease lease, FlowClock clock, IServiceProvider services)
{
    private const int LongestPause = 8;

    /// <summary>Makes the call of a token, or finds out what came of one that was announced.</summary>
    public async Task<Landing> RunAsync(Token token, OutsidePlan plan, CancellationToken abandoned)
    {
        var since = token.CallSince ?? clock.Now;

        // A call with a key and without a beginning is one that a person has tried again: it may be done.
        var isUnknown = token.Phase == TokenPhase.Calling
            || (token is { CallKey: not null, CallSince: null }
                && plan is { Policy.Effect: Effect.Reconcilable, Find: not null });
        token = token with { CallSince = since };
        if (isUnknown)
        {
            var known = await FindAsync(token, plan, abandoned);
            if (known is not Answer.Nothing)
            {
                return await KeepAsync(token, plan, since, known, abandoned);
            }
        }

        if (!plan.Policy.Allows(token.Attempt, since, clock.Now))
        {
            var mayBeDone = isUnknown && plan.Policy.Effect != Effect.Reconcilable;
            return await NotDoneAsync(token, plan, mayBeDone ? CallFailure.Unknown : CallFailure.Failed, abandoned);
        }

        var announced = (await turns.StayAsync(
            token with
            {
                Attempt = token.Attempt + 1,
                CallSince = since,
                CallKey = token.CallKey ?? $"{token.Id:N}-{token.Sequence + 1}",
                RetryAt = null,
            },
            TokenPhase.Calling, "intent", detail: null, pause: null, abandoned)).Token;
        var answer = await AskAsync(announced, plan.Policy, async call => await plan.Call(call), abandoned);
        return await KeepAsync(announced, plan, since, answer, abandoned);
    }

    /// <summary>What came of a call that was announced before; nothing when it may be made again.</summary>
    private async Task<Answer> FindAsync(Token token, OutsidePlan plan, CancellationToken abandoned) => plan.Policy.Effect switch
    {
        Effect.Idempotent => new Answer.Nothing(),
        Effect.Reconcilable when plan.Find is { } find => await AskAsync(token, plan.Policy, find, abandoned) switch
        {
            // The question failed, which says nothing of the call.
            Answer.Known({ Failure: { } failure }) => new Answer.Unknown(failure),
            var known => known,
        },
        _ => new Answer.Unknown("the process ended while it was called"),
    };

    private async Task<Answer> AskAsync(
        Token token, CallPolicy policy, Func<CallAttempt, ValueTask<CallResult?>> ask, CancellationToken abandoned)
    {
        await using var scope = services.CreateAsyncScope();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
        deadline.CancelAfter(policy.Timeout);
        var call = new CallAttempt(token.CallKey ?? "", token.Attempt, scope.ServiceProvider, deadline.Token);
        try
        {
            // One that does not heed its deadline is left behind.
            return await ask(call).AsTask().WaitAsync(deadline.Token) is { } result
                ? new Answer.Known(result)
                : new Answer.Nothing();
        }
        catch (OverflowException)
        {
            // What it would be given breaks the bounds of the slot: it was not called.
            return new Answer.Known(new CallResult(Value: null, CallFailure.OutOfRange));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !abandoned.IsCancellationRequested)
        {
            return new Answer.Unknown("timeout");
        }
        catch (Exception e) when (e is not OperationCanceledException and not StaleTurnException && !IsOver(abandoned))
        {
            return new Answer.Unknown(e.GetType().Name);
        }
    }

    private static bool IsOver(CancellationToken abandoned) => abandoned.IsCancellationRequested;

    /// <summary>
    /// Keeps what came of a call. It is known nowhere else: as long as nobody else may have taken the token over, a conflict is
    /// no reason to forget it.
    /// </summary>
    private async Task<Landing> KeepAsync(
        Token token, OutsidePlan plan, DateTimeOffset since, Answer answer, CancellationToken abandoned)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await turns.GuardAsync(
                    token, () => KeepOnceAsync(token, plan, since, answer, abandoned), abandoned,
                    isAnswered: answer is Answer.Known({ Failure: null }));
            }
            catch (Exception e) when (Conflict.Is(e) && !lease.IsLost)
            {
                await Conflict.PauseAsync(Math.Min(attempt, LongestPause), abandoned);
            }
        }
    }

    private Task<Landing> KeepOnceAsync(
        Token token, OutsidePlan plan, DateTimeOffset since, Answer answer, CancellationToken abandoned) => answer switch
        {
            Answer.Known({ Failure: null } result) => turns.RunAsync(
                token, new("done", turn => plan.Done(turn, result.Value)), abandoned),
            Answer.Known({ IsTransient: true, Failure: var failure }) => AgainAsync(
                token, plan, since, TokenPhase.Ready, failure, CallFailure.Failed, abandoned),
            Answer.Known({ Failure: { } failure }) => NotDoneAsync(token, plan, failure, abandoned),
            Answer.Unknown unknown when plan.Policy.Effect == Effect.Once => NotDoneAsync(
                token, plan, CallFailure.Unknown, abandoned, unknown.Problem),
            Answer.Unknown unknown when plan.Policy.Effect == Effect.Reconcilable && clock.Now - since < plan.Policy.Within =>
                turns.StayAsync(
                    token, TokenPhase.Calling, "failed", unknown.Problem, plan.Policy.PauseAfter(clock.Now - since), abandoned),
            Answer.Unknown unknown => AgainAsync(
                token, plan, since, TokenPhase.Calling, unknown.Problem, CallFailure.Unknown, abandoned),
            _ => throw new InvalidOperationException("A call gives a value or a failure."),
        };

    private Task<Landing> AgainAsync(
        Token token, OutsidePlan plan, DateTimeOffset since, TokenPhase phase, string? problem, string otherwise,
        CancellationToken abandoned) => plan.Policy.Allows(token.Attempt, since, clock.Now)
        ? turns.StayAsync(token, phase, "failed", problem, plan.Policy.PauseAfter(token.Attempt), abandoned)
        : NotDoneAsync(token, plan, otherwise, abandoned, problem);

    private Task<Landing> NotDoneAsync(
        Token token, OutsidePlan plan, string failure, CancellationToken abandoned, string? problem = null) =>
        plan.NotDone is { } notDone
            ? turns.RunAsync(token, new("not done", turn => notDone(turn, failure)) { Detail = failure }, abandoned)
            : turns.StopAsync(token, failure, problem, abandoned);

    /// <summary>What is known of a call.</summary>
    private abstract record Answer
    {
        public sealed record Known(CallResult Result) : Answer;

        public sealed record Unknown(string Problem) : Answer;

        public sealed record Nothing : Answer;
    }
}

/// <summary>An outside call with what it is about.</summary>
internal sealed record OutsidePlan(
    CallPolicy Policy, Func<CallAttempt, ValueTask<CallResult>> Call, Func<CallAttempt, ValueTask<CallResult?>>? Find,
    Func<TurnContext, object?, ValueTask<Next>> Done, Func<TurnContext, string, ValueTask<Next>>? NotDone)
{
    /// <summary>The call of a step.</summary>
    public static OutsidePlan Of(CallStep step, JsonElement state) => new(
        step.Policy, call => step.Call(call, state), step.Find is { } find ? call => find(call, state) : null, step.Done,
        step.NotDone);
}
