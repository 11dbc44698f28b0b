namespace Ashlar.SystemTesting;

/// <summary>A step of a scenario that did not go as it is written.</summary>
/// <param name="title">The title of the scenario.</param>
/// <param name="database">The database on which it happened.</param>
/// <param name="step">Which step, from one on; zero for the given rows.</param>
/// <param name="reason">What was expected, and what happened.</param>
public sealed class ScenarioException(string title, string database, int step, string reason)
    : Exception($"{title}, step {step} on {database}: {reason}")
{
    /// <summary>Which step, from one on; zero for the given rows.</summary>
    public int Step { get; } = step;

    /// <summary>What was expected, and what happened.</summary>
    public string Reason { get; } = $"{reason} (on {database})";
}
