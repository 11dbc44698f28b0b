namespace Ashlar.Tool;

/// <summary>
/// Says what takes long, and for how long, in a line that goes away again. Only people on a terminal see it, and only when
/// it takes more than a second.
/// </summary>
internal sealed class Waiting : IDisposable
{
    private const string EraseLine = "\r\u001b[K";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Terminal _terminal;
    private readonly string _what;
    private readonly ITimer? _timer;
    private int _seconds;
    private bool _isOver;

    private Waiting(Terminal terminal, string what, TimeProvider time)
    {
        _terminal = terminal;
        _what = what;
        _timer = terminal.IsWatched ? time.CreateTimer(_ => Tell(), state: null, Second, Second) : null;
    }

    /// <summary>Until it is disposed of: `generating… 3 s`.</summary>
    public static Waiting For(Terminal terminal, string what, TimeProvider? time = null) =>
        new(terminal, what, time ?? TimeProvider.System);

    public void Dispose()
    {
        lock (_gate)
        {
            if (_seconds > 0 && !_isOver)
            {
                _terminal.Error.Write(EraseLine);
            }

            _isOver = true;
        }

        _timer?.Dispose();
    }

    private void Tell()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _seconds++;
                _terminal.Error.Write($"{EraseLine}{_what}… {_seconds} s");
            }
        }
    }
}
