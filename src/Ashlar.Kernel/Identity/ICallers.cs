namespace Ashlar.Kernel;

/// <summary>Finds out whom a token belongs to.</summary>
internal interface ICallers
{
    /// <summary>The caller, or null when the token is not valid.</summary>
    ValueTask<Caller?> FindAsync(string token, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// The caller of an earlier request with this token, with what is still to be proven; null when there is none.
    /// </summary>
    (Caller Caller, CallerProof Proof)? Recall(string token, DateTimeOffset now) => null;

    /// <summary>Forgets what <see cref="Recall"/> gave, because it could not be proven.</summary>
    void Forget(Caller caller)
    {
    }
}
