using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>Sign-in with a password and sign-out.</summary>
public static class SignInEndpoints
{
    private static readonly Refusal BadCredentials = new("bad-credentials", 401, "The name or the password is wrong.");

    /// <summary>Maps <c>POST /sign-in</c> and <c>POST /sign-out</c>.</summary>
    public static void MapSignIn(this Api api)
    {
        api.SignIn("/sign-in", "sign in", SignInAsync);
        api.SignIn("/sign-out", "sign out", SignOutAsync);
    }

    private static async Task<IReply> SignInAsync(Call call)
    {
        var services = call.Http.RequestServices;
        var principal = services.GetRequiredService<Principal>();
        var body = await call.BodyAsync();
        var login = body.Required(principal.Login);
        var password = body.Required(new TextField(principal.Password.Name) { Max = 128 });
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        var throttle = services.GetRequiredService<SignInThrottle>();
        var address = call.Http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (throttle.WaitFor(login, address) is { Ticks: > 0 } wait)
        {
            return Refusal.TooMany(wait);
        }

        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Identity");
        var account = await FindAsync(call, principal, login);
        if (!Passwords.Verify(account?.Hash, password) || account is null)
        {
            throttle.Failed(login, address);
            Log.SignInFailed(log);
            return BadCredentials;
        }

        throttle.Succeeded(login);
        Log.SignedIn(log, account.Id);
        await using var session = await call.BeginAsync();
        var token = await services.GetRequiredService<PasswordSessions>()
            .StartAsync(session, account.Id, call.Now, call.Token.Lifetime);
        await session.CommitAsync();
        return Reply.Ok(token);
    }

    private static async Task<IReply> SignOutAsync(Call call)
    {
        if (!call.Caller.IsSignedIn)
        {
            return Refusal.SignedOut;
        }

        await using var session = await call.WriteAsync();
        await PasswordSessions.EndAsync(session, call.Caller);
        return Reply.NoContent();
    }

    private static async Task<Account?> FindAsync(Call call, Principal principal, string login)
    {
        await using var session = await call.ReadAsync();
        return await session.FirstAsync(principal.Find, rows => new Account(rows.Uuid(0), rows.TextOrNull(1)), login);
    }

    private sealed record Account(Guid Id, string? Hash);
}
