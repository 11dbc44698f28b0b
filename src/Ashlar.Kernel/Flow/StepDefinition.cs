using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>A step of a workflow, as the executor sees it.</summary>
/// <param name="Name">The name of the step.</param>
internal abstract record StepDefinition(string Name)
{
    /// <summary>Whether whoever goes to it waits there, or has ended: that is done in the commit that goes there.</summary>
    public virtual bool IsEntered => true;
}

/// <summary>One transaction.</summary>
internal sealed record DoStep(string Name, Func<TurnContext, ValueTask<Next>> Body) : StepDefinition(Name)
{
    /// <inheritdoc />
    public override bool IsEntered => false;
}

/// <summary>A call outside of any transaction, and the transaction that keeps what came of it.</summary>
internal sealed record CallStep(
    string Name, CallPolicy Policy, Func<CallAttempt, JsonElement, ValueTask<CallResult>> Call,
    Func<CallAttempt, JsonElement, ValueTask<CallResult?>>? Find, Func<TurnContext, object?, ValueTask<Next>> Done,
    Func<TurnContext, string, ValueTask<Next>>? NotDone, Func<JsonElement, object?>? Read) : StepDefinition(Name)
{
    /// <inheritdoc />
    public override bool IsEntered => false;
}

/// <summary>The instance waits, for the first of some events but not for ever.</summary>
internal sealed record WaitStep(
    string Name, Func<JsonElement, WaitEnd> Ends, Func<TurnContext, ValueTask<Next>> Late, IReadOnlyList<Expected> For)
    : StepDefinition(Name);

/// <summary>When a wait is over: so long after it began, or at a moment.</summary>
internal readonly record struct WaitEnd(TimeSpan? Within, DateTimeOffset? Until);

/// <summary>The instance waits for a person.</summary>
internal sealed record AskStep(
    string Name, string Role, Func<TurnContext, ValueTask<string>> Title, TimeSpan Within, TimeSpan? Due,
    Func<TurnContext, ValueTask<Next>> Late, Func<TurnContext, JsonElement, ValueTask<Next>> Answered,
    Func<JsonBody, Refusal?>? Check) : StepDefinition(Name);

/// <summary>The instance goes on in several branches at once.</summary>
internal sealed record ParallelStep(
    string Name, IReadOnlyList<string> Branches, int Needed, Func<TurnContext, ValueTask<Next>> Joined) : StepDefinition(Name);

/// <summary>The instance waits for another one that it starts.</summary>
internal sealed record ChildStep(
    string Name, string Workflow, TimeSpan Within, Func<TurnContext, ValueTask<Next>> Late,
    Func<JsonElement, (string? Key, string State)> Input, Func<TurnContext, string, JsonElement, ValueTask<Next>> Ended)
    : StepDefinition(Name);

/// <summary>What was done is undone, the last first.</summary>
internal sealed record UndoStep(string Name, Func<TurnContext, ValueTask<Next>> Undone) : StepDefinition(Name)
{
    /// <inheritdoc />
    public override bool IsEntered => false;
}

/// <summary>The instance has ended.</summary>
internal sealed record EndStep(string Name) : StepDefinition(Name);

/// <summary>An event that a step, or the whole instance, waits for.</summary>
/// <param name="Event">The name of the event.</param>
/// <param name="Key">What the event has to be about.</param>
/// <param name="Then">What the instance does about it.</param>
internal sealed record Expected(
    string Event, Func<JsonElement, string> Key, Func<TurnContext, JsonElement, ValueTask<Next>> Then);

/// <summary>How an outside call ended, without the type of its value.</summary>
/// <param name="Value">What it gave, if it was done.</param>
/// <param name="Failure">Why it was not done, otherwise.</param>
/// <param name="IsTransient">Whether another attempt may succeed.</param>
internal sealed record CallResult(object? Value, string? Failure = null, bool IsTransient = false);

/// <summary>What takes a step back.</summary>
internal abstract record UndoDefinition;

/// <summary>A transaction takes it back.</summary>
internal sealed record DoUndo(Func<TurnContext, ValueTask> Body) : UndoDefinition;

/// <summary>A call outside of any transaction takes it back.</summary>
internal sealed record CallUndo(
    CallPolicy Policy, Func<CallAttempt, JsonElement, ValueTask<CallResult>> Call,
    Func<CallAttempt, JsonElement, ValueTask<CallResult?>>? Find) : UndoDefinition;
