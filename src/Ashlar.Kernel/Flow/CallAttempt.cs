using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>One attempt at an outside call. No transaction is open while it runs.</summary>
public sealed class CallAttempt
{
    internal CallAttempt(string key, int attempt, IServiceProvider services, CancellationToken deadline) =>
        (Key, Attempt, Services, Deadline) = (key, attempt, services, deadline);

    /// <summary>The idempotency key: every attempt at the same call has the same one, and no other call has it.</summary>
    public string Key { get; }

    /// <summary>Which attempt it is, from 1.</summary>
    public int Attempt { get; }

    /// <summary>Cancelled when the time of the attempt is over.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>Where what makes the call is found.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The attempt as the code of a slot is given it.</summary>
    public OutsideCall Outside => new(Services, Key, Deadline);

    /// <summary>What it is when a call needs something that no step before it gave.</summary>
    public InvalidOperationException Missing(string name) => new($"Nothing has given `{name}` to the call {Key}.");

    /// <summary>What makes the call.</summary>
    public T Service<T>() where T : class => Services.GetRequiredService<T>();
}
