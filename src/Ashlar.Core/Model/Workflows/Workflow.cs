using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Workflows;

/// <summary>
/// A process that waits: a graph of steps, each of which is committed with the rows that it changes. It begins at its first
/// step, and an instance of it stands at one step at a time.
/// </summary>
public sealed record Workflow(ElementName Name, WorkflowStart Start, ValueList<WorkflowStep> Steps, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>No two unfinished instances are equal in it; null where there may be as many as events.</summary>
    public Expression? Key { get; init; }

    public KeyRule Again { get; init; }

    /// <summary>The longest that an instance may take.</summary>
    public StepLimit? Limit { get; init; }

    /// <summary>Events that send an instance elsewhere, wherever it stands: each once, between two steps.</summary>
    public ValueList<AwaitedEvent> Interrupts { get; init; } = [];

    /// <summary>The names of its ends, in written order.</summary>
    public ValueList<string> Ends { get; init; } = [];

    /// <summary>What an instance carries from step to step, in the order in which the names stand in the text.</summary>
    public ValueList<CarriedValue> Carried { get; init; } = [];

    /// <summary>The step that a name means; null for the name of an end.</summary>
    public WorkflowStep? Step(string name) =>
        Steps.FirstOrDefault(step => string.Equals(step.Name, name, StringComparison.Ordinal));
}

/// <summary>What a second start with the key of an unfinished instance does.</summary>
public enum KeyRule
{
    /// <summary>Nothing: the instance that is there goes on.</summary>
    Joins,

    /// <summary>It refuses the delivery of the event, which is tried again later.</summary>
    Refused,

    /// <summary>The instance that is there is cancelled.</summary>
    Replaces,
}

/// <summary>`start on OrderPlaced as placed where …`; the fields of the event are variables called `placed.order`.</summary>
public sealed record WorkflowStart(ElementName Event, string Name, Expression? Where, Origin Origin);

/// <summary>
/// A value that an instance may carry. Its variable is called `parcel.tracking` where the name in the text stands for several
/// values; <paramref name="Name"/> is the name in the text.
/// </summary>
public sealed record CarriedValue(string Name, Variable Variable, Constraints Constraints);

/// <summary>One step: what it does, and the ways out of it, of which the first that holds is taken.</summary>
public sealed record WorkflowStep(string Name, StepWork? Work, ValueList<Way> Ways, Origin Origin)
{
    /// <summary>What earlier steps did is taken back first, the last of it first.</summary>
    public bool UndoesAll { get; init; }

    /// <summary>The longest that a task may take.</summary>
    public StepLimit? Limit { get; init; }

    /// <summary>
    /// What the step uses of what the instance knows when it gets there; of a type that may be null where not every way to
    /// the step gives it.
    /// </summary>
    public ValueList<Variable> Uses { get; init; } = [];
}

/// <summary>A way out of a step, to a step or an end; the last one of a step holds always.</summary>
public sealed record Way(Expression? When, string Target, Origin Origin)
{
    /// <summary>How often an instance may take it; null for a way that leads on.</summary>
    public WayBound? Bound { get; init; }
}

/// <summary>`at most 50 else go Nobody`.</summary>
public sealed record WayBound(int Most, string Target);

/// <summary>`within 5d else go Escalate`.</summary>
public sealed record StepLimit(TimeSpan Time, string Target, Origin Origin);
