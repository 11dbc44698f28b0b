namespace Ashlar.SystemTesting;

/// <summary>What slots with effects answer in a test, instead of their code; where nothing is said, nobody answers.</summary>
internal sealed class SlotAnswers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<object?>> _counted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _standing = new(StringComparer.Ordinal);
    private string? _unexpected;

    /// <summary>A slot that was called although nothing says what it answers.</summary>
    public string? Unexpected
    {
        get
        {
            lock (_lock)
            {
                return _unexpected;
            }
        }
    }

    /// <summary>Keeps an answer: for so many calls, or for all that nothing else answers.</summary>
    public void Add(string slot, object? answer, int? times)
    {
        lock (_lock)
        {
            if (times is not { } count)
            {
                _standing[slot] = answer;
                return;
            }

            var queue = _counted.TryGetValue(slot, out var found) ? found : _counted[slot] = new();
            for (var i = 0; i < count; i++)
            {
                queue.Enqueue(answer);
            }
        }
    }

    /// <summary>Answers a call.</summary>
    public object Of(string slot)
    {
        lock (_lock)
        {
            if (_counted.TryGetValue(slot, out var queue) && queue.TryDequeue(out var next))
            {
                return next ?? throw new TimeoutException($"{slot} never answers.");
            }

            if (_standing.TryGetValue(slot, out var standing))
            {
                return standing ?? throw new TimeoutException($"{slot} never answers.");
            }

            _unexpected ??= slot;
            throw new TimeoutException($"Nothing says what {slot} answers.");
        }
    }
}
