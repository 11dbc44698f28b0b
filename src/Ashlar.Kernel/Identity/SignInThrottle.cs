using System.Collections.Concurrent;

namespace Ashlar.Kernel;

/// <summary>
/// Slows guessing down: after a few failures for one account or from one address, attempts must wait. It counts in
/// memory; a restart forgets at most a few free attempts.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int FreeFailures = 5;
    private const int FreeFailuresOfAddress = 30;
    private const int MaxEntries = 100_000;

    private static readonly TimeSpan Forget = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>How long to wait before the next attempt; zero when it may go on.</summary>
    public TimeSpan WaitFor(string login, string address)
    {
        var now = time.GetUtcNow();
        var account = Wait(AccountKey(login), FreeFailures, now);
        var origin = Wait(AddressKey(address), FreeFailuresOfAddress, now);
        return account > origin ? account : origin;
    }

    public void Failed(string login, string address)
    {
        var now = time.GetUtcNow();
        if (_failures.Count > MaxEntries)
        {
            RemoveForgotten(now);
        }

        Count(AccountKey(login), now);
        Count(AddressKey(address), now);
    }

    public void Succeeded(string login) => _failures.TryRemove(AccountKey(login), out _);

    private TimeSpan Wait(string key, int free, DateTimeOffset now)
    {
        if (!_failures.TryGetValue(key, out var failures) || failures.Count < free || now - failures.Last >= Forget)
        {
            return TimeSpan.Zero;
        }

        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures.Count - free), Forget.TotalSeconds));
        var left = failures.Last + pause - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Count(string key, DateTimeOffset now) => _failures.AddOrUpdate(
        key,
        _ => new(1, now),
        (_, old) => now - old.Last >= Forget ? new(1, now) : new(old.Count + 1, now));

    private void RemoveForgotten(DateTimeOffset now)
    {
        foreach (var (key, failures) in _failures)
        {
            if (now - failures.Last >= Forget)
            {
                _failures.TryRemove(key, out _);
            }
        }
    }

    private static string AccountKey(string login) => "account:" + login;

    private static string AddressKey(string address) => "address:" + address;

    private sealed record Failures(int Count, DateTimeOffset Last);
}
