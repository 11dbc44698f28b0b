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
    private readonly ConcurrentQueue<string> _keys = [];
    private readonly ConcurrentDictionary<string, int> _asked = [];
    private int _calls;
    private int _questions;

    /// <summary>What it answers before it does anything; null to do it.</summary>
    public Func<int, Outcome<string>?> Answer { get; set; } = _ => null;

    /// <summary>What it answers to what it is asked for the nth time before it does anything; null to do it.</summary>
    public Func<string, int, Outcome<string>?> AnswerAbout { get; set; } = (_, _) => null;

    /// <summary>Whether it does what it was asked and the answer is lost.</summary>
    public Func<int, bool> Lose { get; set; } = _ => false;

    /// <summary>What it answers when it is asked for the nth time whether something is done; null to look.</summary>
    public Func<int, Outcome<string>?> AnswerQuestion { get; set; } = _ => null;

    /// <summary>What it waits for before it does anything.</summary>
    public Func<Task> Freeze { get; set; } = () => Task.CompletedTask;

    public int Calls => _calls;

    /// <summary>The keys of all calls.</summary>
    public IReadOnlyCollection<string> Keys => _keys;

    /// <summary>What it has done, by key.</summary>
    public IReadOnlyDictionary<string, string> Done => _done;

    /// <summary>Says whether something is done.</summary>
    public Outcome<string>? Find(string key) => AnswerQuestion(Interlocked.Increment(ref _questions))
        ?? (_done.ContainsKey(key) ? new Succeeded<string>("found") : null);

    public ValueTask<Outcome<string>> ChargeAsync(string key, string order, decimal total, CancellationToken deadline) =>
        DoAsync(key, $"charge {order}");

    public ValueTask<Outcome<string>> RefundAsync(string key, string receipt, CancellationToken deadline) =>
        DoAsync(key, $"refund {receipt}");

    private async ValueTask<Outcome<string>> DoAsync(string key, string what)
    {
        await Freeze();
        var call = Interlocked.Increment(ref _calls);
        _keys.Enqueue(key);
        if ((Answer(call) ?? AnswerAbout(what, _asked.AddOrUpdate(what, 1, (_, asked) => asked + 1))) is { } answer)
        {
            return answer;
        }

        _done.TryAdd(key, what);
        if (Lose(call))
        {
            throw new HttpRequestException("The connection was cut.");
        }

        return new Succeeded<string>($"receipt of {what}");
    }
}
