using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// A workflow with its steps and with what an instance knows. The constructor declares each step once: what it is, and the
/// methods that do its work.
/// </summary>
/// <typeparam name="TStep">The steps; their names are what the database holds.</typeparam>
/// <typeparam name="TState">What an instance knows, which no one changes but through a step.</typeparam>
/// <param name="name">The name of the workflow with its module.</param>
/// <param name="version">Its version.</param>
/// <param name="first">The step that an instance begins with.</param>
public abstract class Workflow<TStep, TState>(string name, int version, TStep first)
    : Workflow(name, version, EnumNames<TStep>.Of(first))
    where TStep : struct, Enum
    where TState : class
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Starts an instance within a transaction, unless one with the key is running and that rules it out.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="key">What the instance is about; null where any number may run.</param>
    /// <param name="state">What it knows from the start.</param>
    public ValueTask<Started> StartAsync(UnitOfWork work, string? key, TState state) =>
        FlowStart.StartAsync(work, this, key, TextOf(state), parent: null);

    /// <summary>Writes what an instance knows as a JSON object.</summary>
    protected abstract void Write(Utf8JsonWriter json, TState state);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    protected abstract TState Read(JsonElement json);

    /// <summary>Bounds how long an instance takes as a whole.</summary>
    protected void Within(TimeSpan limit, Func<Turn<TStep, TState>, ValueTask<Next>> overdue) =>
        (Limit, Overdue) = (limit, context => overdue(TurnOf(context)));

    /// <summary>An event that is attended to between any two steps.</summary>
    protected void On(
        string happened, Func<TState, string> key, Func<Turn<TStep, TState>, JsonElement, ValueTask<Next>> then) =>
        AddInterrupt(ExpectedOf(new(happened, key, then)));

    /// <summary>A step that is one transaction.</summary>
    protected void Do(TStep step, Func<Turn<TStep, TState>, ValueTask<Next>> body) =>
        Add(new DoStep(NameOf(step), context => body(TurnOf(context))));

    /// <summary>A step that calls outside, and then keeps what came of it in one transaction.</summary>
    /// <param name="step">The step.</param>
    /// <param name="policy">How it is called.</param>
    /// <param name="call">One attempt.</param>
    /// <param name="done">What comes of it when it was done.</param>
    /// <param name="notDone">What comes of it when it was not, by the name of the failure; without, a person decides.</param>
    /// <param name="find">Asks the other side whether it was done: null when it was not.</param>
    /// <param name="read">Reads the value that a person gives instead of the other side.</param>
    protected void Call<T>(
        TStep step,
        CallPolicy policy,
        Func<CallAttempt, TState, ValueTask<Outcome<T>>> call,
        Func<Turn<TStep, TState>, T, ValueTask<Next>> done,
        Func<Turn<TStep, TState>, string, ValueTask<Next>>? notDone = null,
        Func<CallAttempt, TState, ValueTask<Outcome<T>?>>? find = null,
        Func<JsonElement, T>? read = null)
        where T : class =>
        Add(new CallStep(
            NameOf(step), policy, CallOf(call), FindOf(find),
            (context, value) => done(TurnOf(context), ValueOf<T>(value)),
            notDone is null ? null : (context, failure) => notDone(TurnOf(context), failure),
            read is null ? null : value => read(value)));

    /// <summary>An event that a step waits for: what it is about, and what comes of it.</summary>
    protected static For<TStep, TState> For(
        string happened, Func<TState, string> key, Func<Turn<TStep, TState>, JsonElement, ValueTask<Next>> then) =>
        new(happened, key, then);

    /// <summary>A step that waits for the first of some events, for a bounded time.</summary>
    protected void Wait(
        TStep step, TimeSpan within, Func<Turn<TStep, TState>, ValueTask<Next>> late,
        params IReadOnlyList<For<TStep, TState>> events) => Wait(step, _ => within, late, events);

    /// <summary>A step that waits for the first of some events, for a time that the state bounds.</summary>
    protected void Wait(
        TStep step, Func<TState, TimeSpan> within, Func<Turn<TStep, TState>, ValueTask<Next>> late,
        params IReadOnlyList<For<TStep, TState>> events) =>
        Add(new WaitStep(
            NameOf(step), state => new(within(Read(state)), Until: null), context => late(TurnOf(context)),
            [.. events.Select(ExpectedOf)]));

    /// <summary>A step that waits for the first of some events, or none, until a moment that the instance knows.</summary>
    protected void Wait(
        TStep step, Func<TState, DateTimeOffset?> until, Func<Turn<TStep, TState>, ValueTask<Next>> late,
        params IReadOnlyList<For<TStep, TState>> events) =>
        Add(new WaitStep(
            NameOf(step),
            state => new(
                Within: null,
                until(Read(state)) ?? throw new InvalidOperationException($"Nothing has given the moment of {step}.")),
            context => late(TurnOf(context)), [.. events.Select(ExpectedOf)]));

    /// <summary>A step in which a person with a role answers.</summary>
    protected void Ask(
        TStep step, AskPolicy policy, Func<TState, string> title, Func<Turn<TStep, TState>, ValueTask<Next>> late,
        Func<Turn<TStep, TState>, JsonElement, ValueTask<Next>> answered) =>
        Ask(step, policy, turn => new ValueTask<string>(title(turn.State)), late, answered);

    /// <summary>The same with a title that rows have a part in, and with a form that the answer has to have.</summary>
    /// <param name="step">The step.</param>
    /// <param name="policy">Who is asked, and until when.</param>
    /// <param name="title">What is asked, worked out when the step begins.</param>
    /// <param name="late">What happens when nobody answers in time.</param>
    /// <param name="answered">What comes of the answer.</param>
    /// <param name="check">What is wrong with an answer, which then does not count.</param>
    protected void Ask(
        TStep step, AskPolicy policy, Func<Turn<TStep, TState>, ValueTask<string>> title,
        Func<Turn<TStep, TState>, ValueTask<Next>> late, Func<Turn<TStep, TState>, JsonElement, ValueTask<Next>> answered,
        Func<JsonBody, Refusal?>? check = null) =>
        Add(new AskStep(
            NameOf(step), policy.Role, context => title(TurnOf(context)), policy.Within, policy.Due,
            context => late(TurnOf(context)), (context, answer) => answered(TurnOf(context), answer), check));

    /// <summary>A step that goes on in branches at once, until so many of them have ended; the others are given up.</summary>
    protected void Parallel(
        TStep step, IReadOnlyList<TStep> branches, int needed, Func<Turn<TStep, TState>, ValueTask<Next>> joined) =>
        Add(new ParallelStep(NameOf(step), [.. branches.Select(NameOf)], needed, context => joined(TurnOf(context))));

    /// <summary>A step that starts an instance of another workflow and waits for its end.</summary>
    protected void Run<TChildStep, TChild>(
        TStep step, Workflow<TChildStep, TChild> child, TimeSpan within,
        Func<Turn<TStep, TState>, ValueTask<Next>> late,
        Func<TState, (string? Key, TChild State)> input,
        Func<Turn<TStep, TState>, Ended<TChildStep, TChild>, ValueTask<Next>> ended)
        where TChildStep : struct, Enum
        where TChild : class =>
        Add(new ChildStep(
            NameOf(step), child.Name, within, context => late(TurnOf(context)),
            state => input(Read(state)) is var (key, start) ? (key, child.TextOf(start)) : default,
            (context, end, state) =>
                ended(TurnOf(context), new(EnumNames<TChildStep>.TryParse(end, out var at) ? at : null, child.Read(state)))));

    /// <summary>A step that undoes what was done, the last first.</summary>
    protected void UndoAll(TStep step, Func<Turn<TStep, TState>, ValueTask<Next>> undone) =>
        Add(new UndoStep(NameOf(step), context => undone(TurnOf(context))));

    /// <summary>A step in which the instance has ended.</summary>
    protected void End(TStep step) => Add(new EndStep(NameOf(step)));

    /// <summary>What takes a step back, with what the instance knew right after it.</summary>
    protected void Undo(TStep step, Func<UnitOfWork, TState, ValueTask> body) =>
        AddUndo(NameOf(step), new DoUndo(context => body(context.Work, Read(context.State))));

    /// <summary>The outside call that takes a step back, with what the instance knew right after it.</summary>
    protected void UndoByCall<T>(
        TStep step, CallPolicy policy, Func<CallAttempt, TState, ValueTask<Outcome<T>>> call,
        Func<CallAttempt, TState, ValueTask<Outcome<T>?>>? find = null)
        where T : class =>
        AddUndo(NameOf(step), new CallUndo(policy, CallOf(call), FindOf(find)));

    private static string NameOf(TStep step) => EnumNames<TStep>.Of(step);

    private static T ValueOf<T>(object? value) where T : class =>
        value as T ?? throw new InvalidOperationException("The call gave a value of another type.");

    private static CallResult ResultOf<T>(Outcome<T> outcome) => outcome switch
    {
        Succeeded<T> done => new(done.Value),
        Failed<T> failed => new(Value: null, failed.Failure, failed.IsTransient),
        _ => throw new InvalidOperationException("An outcome is a success or a failure."),
    };

    private string TextOf(TState state)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, state);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private Turn<TStep, TState> TurnOf(TurnContext context) => new(context, Read(context.State), TextOf);

    private Expected ExpectedOf(For<TStep, TState> one) => new(
        one.Event, state => one.Key(Read(state)), (context, happened) => one.Then(TurnOf(context), happened));

    private Func<CallAttempt, JsonElement, ValueTask<CallResult>> CallOf<T>(
        Func<CallAttempt, TState, ValueTask<Outcome<T>>> call) =>
        async (outside, state) => ResultOf(await call(outside, Read(state)));

    private Func<CallAttempt, JsonElement, ValueTask<CallResult?>>? FindOf<T>(
        Func<CallAttempt, TState, ValueTask<Outcome<T>?>>? find) => find is null
        ? null
        : async (outside, state) => await find(outside, Read(state)) is { } outcome ? ResultOf(outcome) : null;
}
