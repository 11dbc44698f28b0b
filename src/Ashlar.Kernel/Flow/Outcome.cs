namespace Ashlar.Kernel;

/// <summary>How an outside call ended: with a value, or with one of the failures that the model names.</summary>
public abstract record Outcome<T>
{
    private protected Outcome()
    {
    }
}

/// <summary>It was done.</summary>
/// <param name="Value">What the other side gave.</param>
public sealed record Succeeded<T>(T Value) : Outcome<T>;

/// <summary>It was not done, and the other side says so.</summary>
/// <param name="Failure">The failure in the model.</param>
/// <param name="IsTransient">Whether another attempt may succeed.</param>
public sealed record Failed<T>(string Failure, bool IsTransient = false) : Outcome<T>;
