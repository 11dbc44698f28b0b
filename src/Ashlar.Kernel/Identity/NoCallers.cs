namespace Ashlar.Kernel;

/// <summary>For a system without accounts: every token is one that it does not know.</summary>
internal sealed class NoCallers : ICallers
{
    public ValueTask<Caller?> FindAsync(string token, DateTimeOffset now, CancellationToken cancellation) => new((Caller?)null);
}
