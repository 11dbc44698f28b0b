namespace Ashlar.Kernel;

/// <summary>Finds out whom a token belongs to.</summary>
internal interface ICallers
{
    /// <summary>The caller, or null when the token is not valid.</summary>
    ValueTask<Caller?> FindAsync(string token, DateTimeOffset now, CancellationToken cancellation);
}
