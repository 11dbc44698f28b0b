namespace Ashlar.Kernel;

/// <summary>
/// Sessions of accounts that sign in with a password. Roles are read with the session, so a change counts at the next
/// request. Until every role has its first member, the token of the installation counts as well.
/// </summary>
internal sealed class PasswordSessions(Database database, KernelOptions options, InstallationToken installation) : ICallers
{
    private static readonly Statement Find = new(
        postgres:
        """
        select s.account_id,
          (select string_agg(m.role, ',' order by m.role) from ashlar_role_members m where m.account_id = s.account_id)
        from ashlar_sessions s
        where s.token_hash = $1 and s.expires_at > $2
        """,
        sqlite:
        """
        select s.account_id,
          (select group_concat(m.role, ',') from ashlar_role_members m where m.account_id = s.account_id)
        from ashlar_sessions s
        where s.token_hash = $1 and s.expires_at > $2
        """);

    private static readonly Statement Start = new(
        "insert into ashlar_sessions (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)");

    private static readonly Statement EndOne = new("delete from ashlar_sessions where token_hash = $1");

    private static readonly Statement EndOthers = new(
        "delete from ashlar_sessions where account_id = $1 and ($2 or token_hash <> $3)");

    private static readonly Statement RemoveExpired = new(
        "delete from ashlar_sessions where account_id = $1 and expires_at <= $2");

    private readonly KnownCallers _known = new();

    public async ValueTask<Caller?> FindAsync(string token, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!OpaqueToken.IsWellFormed(token))
        {
            return null;
        }

        var hash = OpaqueToken.HashOf(token);
        await using var session = await database.ReadAsync(cancellation);
        return await session.FirstAsync(Find, rows => Remember(hash, rows.Uuid(0), rows.TextOrNull(1)), Value.Bytes(hash), now)
            ?? await installation.FindAsync(session, hash);
    }

    // On SQLite the question costs no round trip.
    public (Caller Caller, CallerProof Proof)? Recall(string token, DateTimeOffset now)
    {
        if (!database.IsPostgres || !OpaqueToken.IsWellFormed(token))
        {
            return null;
        }

        var hash = OpaqueToken.HashOf(token);
        return _known.Find(hash) is var (account, roles)
            ? (new(account, RolesOf(roles), hash), new(hash, account, roles, now))
            : null;
    }

    public void Forget(Caller caller) => _known.Forget(caller.Session ?? []);

    /// <summary>Starts a session; the token is given out once.</summary>
    public async ValueTask<SessionToken> StartAsync(Session session, Guid account, DateTimeOffset now, TimeSpan? lifetime)
    {
        var token = OpaqueToken.Create();
        var expires = now + (lifetime ?? options.SessionLifetime);
        await session.ExecuteAsync(RemoveExpired, account, now);
        await session.ExecuteAsync(Start, Value.Bytes(OpaqueToken.HashOf(token)), account, now, expires);
        return new(token, expires, account);
    }

    /// <summary>Starts the session of a request, which goes on as this account.</summary>
    public async ValueTask StartAsync(Session session, Guid account, DateTimeOffset now, RequestToken request)
    {
        var started = await StartAsync(session, account, now, request.Lifetime);
        var hash = OpaqueToken.HashOf(started.Token);
        var caller = await session.OneAsync(
            Find, rows => new Caller(rows.Uuid(0), RolesOf(rows.TextOrNull(1)), hash), Value.Bytes(hash), now);
        request.Start(started.Token, caller);
    }

    public static async ValueTask EndAsync(Session session, Caller caller) =>
        await session.ExecuteAsync(EndOne, Value.Bytes(caller.Session));

    /// <summary>Ends the sessions of an account, except the one of the caller.</summary>
    public static async ValueTask EndOthersAsync(Session session, Guid account, Caller caller) =>
        await session.ExecuteAsync(EndOthers, account, caller.Session is null, Value.Bytes(caller.Session));

    private Caller Remember(byte[] hash, Guid account, string? roles)
    {
        if (database.IsPostgres)
        {
            _known.Remember(hash, account, roles);
        }

        return new(account, RolesOf(roles), hash);
    }

    internal static string[] RolesOf(string? list) => list?.Split(',') ?? [];
}
