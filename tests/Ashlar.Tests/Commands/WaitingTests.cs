using Ashlar.Tool;

namespace Ashlar.Tests.Commands;

public sealed class WaitingTests : IDisposable
{
    private readonly StringWriter _error = new();

    private readonly TickingTime _time = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void What_takes_long_is_said_and_goes_away()
    {
        var waiting = Waiting.For(Terminal(isWatched: true), "building", _time);
        Assert.Equal("", $"{_error}");
        _time.Tick();
        _time.Tick();
        Assert.EndsWith("building… 2 s", $"{_error}", StringComparison.Ordinal);
        waiting.Dispose();
        waiting.Dispose();
        _time.Tick();
        Assert.EndsWith("building… 2 s\r\u001b[K", $"{_error}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_quick_says_nothing()
    {
        Waiting.For(Terminal(isWatched: true), "building", _time).Dispose();
        Assert.Equal("", $"{_error}");
    }

    [Fact]
    public void A_pipe_gets_none_of_it()
    {
        using var waiting = Waiting.For(Terminal(isWatched: false), "building", _time);
        Assert.False(_time.HasTimer);
    }

    private Terminal Terminal(bool isWatched) => new(TextReader.Null, TextWriter.Null, _error) { IsWatched = isWatched };

    /// <summary>Seconds that pass when the test says so.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private TimerCallback? _callback;

        public bool HasTimer => _callback is not null;

        public void Tick() => _callback?.Invoke(null);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = callback;
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
