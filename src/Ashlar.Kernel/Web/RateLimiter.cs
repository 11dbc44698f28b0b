using System.Collections.Concurrent;

namespace Ashlar.Kernel;

/// <summary>
/// Lets each caller make so many requests a second, and a burst at once. It keeps one number for each caller: the moment
/// when all that the caller has used is earned again.
/// </summary>
internal sealed class RateLimiter(TimeProvider time, double perSecond, double burst)
{
    private const int MaxEntries = 100_000;

    private readonly ConcurrentDictionary<string, long> _earned = new(StringComparer.Ordinal);
    private readonly long _cost = perSecond > 0 ? (long)(TimeSpan.TicksPerSecond / perSecond) : 0;
    private readonly long _reserve = perSecond > 0 ? (long)(burst / perSecond * TimeSpan.TicksPerSecond) : 0;

    /// <summary>Takes one request; the result is how long to wait when there is none left.</summary>
    public TimeSpan? Take(string caller)
    {
        if (_cost == 0)
        {
            return null;
        }

        while (true)
        {
            var now = Now();
            var earned = _earned.GetOrAdd(caller, now);
            var next = Math.Max(earned, now) + _cost;
            if (next - now > _reserve)
            {
                return TimeSpan.FromTicks(next - now - _reserve);
            }

            if (_earned.TryUpdate(caller, next, earned))
            {
                Forget(now);
                return null;
            }
        }
    }

    /// <summary>How long to wait when there is no request left; takes none.</summary>
    public TimeSpan? Peek(string caller)
    {
        var left = _cost > 0 && _earned.TryGetValue(caller, out var earned) ? earned + _cost - Now() - _reserve : 0;
        return left > 0 ? TimeSpan.FromTicks(left) : null;
    }

    // A caller with a full reserve is like one that was never seen.
    private void Forget(long now)
    {
        if (_earned.Count <= MaxEntries)
        {
            return;
        }

        foreach (var (caller, earned) in _earned)
        {
            if (earned <= now)
            {
                _earned.TryRemove(new(caller, earned));
            }
        }
    }

    private long Now() => time.GetElapsedTime(0).Ticks;
}
