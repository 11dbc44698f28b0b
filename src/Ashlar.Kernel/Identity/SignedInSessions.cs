namespace Ashlar.Kernel;

/// <summary>What changes of accounts do to the sessions of those accounts.</summary>
public static class SignedInSessions
{
    /// <summary>Ends the sessions of an account whose password changes, except the one that the caller uses.</summary>
    public static ValueTask EndOthersAsync(Session session, Caller caller, Guid account) =>
        PasswordSessions.EndOthersAsync(session, account, caller);
}
