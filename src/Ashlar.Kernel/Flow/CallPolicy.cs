namespace Ashlar.Kernel;

/// <summary>How an outside call of a workflow is made.</summary>
/// <param name="Effect">What may be done when its outcome is not known.</param>
/// <param name="Timeout">The longest that one attempt may take.</param>
/// <param name="Attempts">How often it is tried at most.</param>
/// <param name="Within">No attempt begins later than this after the first one.</param>
public sealed record CallPolicy(Effect Effect, TimeSpan Timeout, int Attempts, TimeSpan Within)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>The pause before the second attempt; it doubles, and a random part of it is left out.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    internal bool Allows(int attempts, DateTimeOffset since, DateTimeOffset now) =>
        attempts < Attempts && now - since < Within;

    internal TimeSpan PauseAfter(int attempts) => Pause(FirstPause.TotalSeconds * Math.Pow(2, attempts - 1));

    /// <summary>The pause before the other side is asked once more: about as long as it was asked before.</summary>
    internal TimeSpan PauseAfter(TimeSpan asked) => Pause(Math.Max(FirstPause.TotalSeconds, asked.TotalSeconds));

    private static TimeSpan Pause(double seconds)
    {
        var longest = Math.Min(seconds, LongestPause.TotalSeconds);
        return TimeSpan.FromSeconds(longest * (1 - (Random.Shared.NextDouble() / 2)));
    }
}
