using System.Diagnostics.CodeAnalysis;

namespace Ashlar.Kernel;

/// <summary>What a work does about passwords and sessions.</summary>
public sealed partial class UnitOfWork
{
    /// <summary>The hash of a password that is to be stored.</summary>
    [return: NotNullIfNotNull(nameof(password))]
    public string? HashOf(string? password) => password is null ? null : _passwords.HashOf(password);

    /// <summary>
    /// The account that a name and a password belong to, or why it is refused. Both answers take as long, whether or not there
    /// is such an account, and guessing is slowed down.
    /// </summary>
    /// <param name="find">The statement that gives the id and the hash of the account with a name.</param>
    /// <param name="refused">What a wrong name or password means.</param>
    /// <param name="login">The name.</param>
    /// <param name="password">The password.</param>
    public async ValueTask<(Guid Account, Refusal? Refusal)> AuthenticateAsync(
        Statement find, Refusal refused, string login, string password)
    {
        var account = await Session.FirstAsync(find, rows => new StoredPassword(rows.Uuid(0), rows.TextOrNull(1)), login);
        var (isRight, wait) = _passwords.Check(login, account?.Id, account?.Hash, password);
        return isRight is null ? (default, Refusal.TooMany(wait))
            : isRight is true && account is not null ? (account.Id, null)
            : (default, refused);
    }

    /// <summary>Starts a session of an account; whoever gets the answer is this account.</summary>
    public ValueTask SignInAsync(Guid account) => Service<PasswordSessions>().StartAsync(Session, account, Now, _token);

    /// <summary>Ends the sessions of an account whose password changes, except the one of this request.</summary>
    public ValueTask EndOtherSessionsAsync(Guid account) =>
        PasswordSessions.EndOthersAsync(Session, account, _token.Account ?? Caller);

    private sealed record StoredPassword(Guid Id, string? Hash);
}
