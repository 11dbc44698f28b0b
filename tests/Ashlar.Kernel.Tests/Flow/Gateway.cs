using System.Collections.Concurrent;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>The other side of the outside calls.</summary>
internal interface IGateway
{
    ValueTask<Outcome<string>> ChargeAsync(string key, string order, decimal total, CancellationToken deadline);

    ValueTask<Outcome<string>> RefundAsync(string key, string receipt, CancellationToken deadline);
}

/// <summary>Another side that outlives every process: it does what has one key once, and says how often it was asked.</summary>
internal sealed class Gateway : IGateway
{
    private readonly ConcurrentDictionary<string, string> _done = [];
    private int _calls;

    /// <summary>What it answers before it does anything; null to do it.</summary>
    public Func<int, Outcome<string>?> Answer { get; set; } = _ => null;

    public int Calls => _calls;

    /// <summary>What it has done, by key.</summary>
    public IReadOnlyDictionary<string, string> Done => _done;

    public bool Knows(string key) => _done.ContainsKey(key);

    public ValueTask<Outcome<string>> ChargeAsync(string key, string order, decimal total, CancellationToken deadline) =>
        DoAsync(key, $"charge {order}");

    public ValueTask<Outcome<string>> RefundAsync(string key, string receipt, CancellationToken deadline) =>
        DoAsync(key, $"refund {receipt}");

    private ValueTask<Outcome<string>> DoAsync(string key, string what)
    {
        if (Answer(Interlocked.Increment(ref _calls)) is { } answer)
        {
            return new(answer);
        }

        _done.TryAdd(key, what);
        return new(new Succeeded<string>($"receipt of {what}"));
    }
}
