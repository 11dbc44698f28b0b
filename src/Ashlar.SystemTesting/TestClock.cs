namespace Ashlar.SystemTesting;

/// <summary>A clock that starts at a given moment and runs from there, so that the tests answer the same on every day.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
}
