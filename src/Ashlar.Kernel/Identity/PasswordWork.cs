using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// Hashes and checks the passwords of one request while no transaction is open. Work that asks for a result which is not
/// there ends with a <see cref="PasswordPendingException"/>; once the result is there, the work runs again.
/// </summary>
/// <param name="services">Where what slows guessing down is found.</param>
/// <param name="address">Where the request comes from.</param>
internal sealed class PasswordWork(IServiceProvider services, string address)
{
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<Attempt, bool> _verdicts = [];

    private Action? _pending;

    /// <summary>The hash to store.</summary>
    public string HashOf(string password) => _hashes.TryGetValue(password, out var hash)
        ? hash
        : throw Pending(() => _hashes[password] = Passwords.Hash(password));

    /// <summary>
    /// Whether the password is the one of the account; null when too many attempts were wrong, and how long to wait then. An
    /// account that does not exist takes the same work.
    /// </summary>
    public (bool? IsRight, TimeSpan Wait) Check(string login, Guid? account, string? hash, string password)
    {
        var attempt = new Attempt(login, hash, password);
        if (_verdicts.TryGetValue(attempt, out var isRight))
        {
            return (isRight, TimeSpan.Zero);
        }

        var wait = services.GetRequiredService<SignInThrottle>().WaitFor(login, address);
        return wait > TimeSpan.Zero ? (null, wait) : throw Pending(() => _verdicts[attempt] = Verify(attempt, account));
    }

    /// <summary>Works out what was asked for last.</summary>
    public void Complete()
    {
        var pending = _pending;
        _pending = null;
        pending?.Invoke();
    }

    private bool Verify(Attempt attempt, Guid? account)
    {
        var throttle = services.GetRequiredService<SignInThrottle>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Identity");
        if (Passwords.Verify(attempt.Hash, attempt.Password) && account is { } id)
        {
            throttle.Succeeded(attempt.Login);
            Log.SignedIn(log, id);
            return true;
        }

        throttle.Failed(attempt.Login, address);
        Log.SignInFailed(log);
        return false;
    }

    private PasswordPendingException Pending(Action work)
    {
        _pending = work;
        return new();
    }

    private sealed record Attempt(string Login, string? Hash, string Password);
}
