namespace Ashlar.Kernel;

/// <summary>What a turn does.</summary>
/// <param name="Kind">What the journal calls it.</param>
/// <param name="Body">What it does, and where the token goes.</param>
internal sealed record Transition(string Kind, Func<TurnContext, ValueTask<Next>> Body)
{
    /// <summary>What the journal says besides.</summary>
    public string? Detail { get; init; }

    /// <summary>The signal that it consumes.</summary>
    public Heard? Heard { get; init; }

    /// <summary>Who acts, where it is a person.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;
}
