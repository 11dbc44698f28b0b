using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Workflows;

/// <summary>What a step does before it goes on.</summary>
public abstract record StepWork(Origin Origin)
{
    public abstract T Accept<T>(IStepWorkVisitor<T> visitor);
}

/// <summary>A function of every kind of work.</summary>
public interface IStepWorkVisitor<out T>
{
    T Visit(DoWork work);

    T Visit(TaskWork work);

    T Visit(WaitWork work);

    T Visit(CallWork work);
}

/// <summary>
/// Steps of actions in one transaction. The action is internal, its inputs are the values that it uses of the instance, and
/// what it gives are the variables that later steps know.
/// </summary>
public sealed record DoWork(ActionDefinition Action, ValueList<Variable> Gives, Origin Origin) : StepWork(Origin)
{
    public override T Accept<T>(IStepWorkVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Something that a person of a role does; the answer has these fields.</summary>
public sealed record TaskWork(Expression Title, string Role, ValueList<Field> Asks, string? Result, Origin Origin)
    : StepWork(Origin)
{
    public override T Accept<T>(IStepWorkVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The instance rests until one of these events happens, or its time is over.</summary>
public sealed record WaitWork(ValueList<AwaitedEvent> Events, StepLimit? Limit, Origin Origin) : StepWork(Origin)
{
    /// <summary>The moment at which its time is over, instead of a limit.</summary>
    public WaitMoment? Until { get; init; }

    /// <summary>Where the instance goes when the time is over.</summary>
    public string? LateTarget => Limit?.Target ?? Until?.Target;

    public override T Accept<T>(IStepWorkVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// An event that ends a wait, or sends an instance elsewhere: one whose fields are equal to what the instance knows, pair by
/// pair. Its fields are variables called `done.tracking`; without a name nothing of it is known.
/// </summary>
public sealed record AwaitedEvent(
    ElementName Event, string? Name, ValueList<EventMatch> Matches, string Target, Origin Origin);

/// <summary>A moment that the instance knows, or so long before or after it, and where the instance goes then.</summary>
public sealed record WaitMoment(Expression At, string Target, Origin Origin);

/// <summary>A field of the event, and the value that it has to have.</summary>
public sealed record EventMatch(string Field, Expression Value);
