using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Workflows;

/// <summary>
/// A call of a slot that does something outside, while no transaction is open. What it is given are constants and values that
/// the instance carries, so that each try says the same.
/// </summary>
public sealed record CallWork(CallStatement Call, RetryRule Retry, ValueList<FailureWay> Failures, Origin Origin)
    : StepWork(Origin)
{
    /// <summary>The call that takes this one back.</summary>
    public CallStatement? Undo { get; init; }

    public override T Accept<T>(IStepWorkVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>How often a call is tried, and no later than what after the first try.</summary>
public sealed record RetryRule(int Tries, TimeSpan Within, Origin Origin)
{
    public const int MostTries = 1000;
}

/// <summary>Where the instance goes when the call was not done, or nobody knows.</summary>
/// <param name="Failure">A failure of the slot, <see cref="Failed"/> or <see cref="Unknown"/>.</param>
/// <param name="Target">The step or end.</param>
/// <param name="Origin">Where it is written.</param>
public sealed record FailureWay(string Failure, string Target, Origin Origin)
{
    /// <summary>The tries are used up, and it was not done.</summary>
    public const string Failed = "failed";

    /// <summary>Nobody knows whether it was done.</summary>
    public const string Unknown = "unknown";
}
