namespace Ashlar.SystemTesting;

/// <summary>A clock that starts at a given moment and runs from there, so that the tests answer the same on every day.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private long _passed;

    private readonly long _started = System.GetTimestamp();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        start + System.GetElapsedTime(_started) + TimeSpan.FromTicks(Interlocked.Read(ref _passed));

    /// <summary>Lets so much time go by at once.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _passed, time.Ticks);
}
