using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>One call of a slot that reaches outside. No transaction is open while it runs.</summary>
/// <param name="Services">Where the hand-written code is found.</param>
/// <param name="Key">The same for every try of one step, so that the other side knows a call again.</param>
/// <param name="Deadline">Cancelled when nobody waits for the answer any more.</param>
public sealed record OutsideCall(IServiceProvider Services, string Key, CancellationToken Deadline)
{
    /// <summary>What the call needs: settings, the way out.</summary>
    public T Service<T>() where T : class => Services.GetRequiredService<T>();
}
