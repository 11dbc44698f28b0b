namespace Ashlar.Kernel;

/// <summary>Who has which role.</summary>
public static class RoleMembers
{
    // Two members who take the role from each other at the same moment must not both succeed.
    private static readonly Statement Lock = new(
        postgres: "select pg_advisory_xact_lock(hashtext('ashlar_role_members'))", sqlite: "select 1");

    private static readonly Statement IsLast = new(
        """
        select exists (select 1 from ashlar_role_members where account_id = $1 and role = $2)
          and not exists (select 1 from ashlar_role_members where account_id <> $1 and role = $2)
        """);

    private static readonly Statement Grant = new(
        "insert into ashlar_role_members (account_id, role, granted_at) values ($1, $2, $3) on conflict do nothing");

    private static readonly Statement Revoke = new("delete from ashlar_role_members where account_id = $1 and role = $2");

    /// <summary>Gives a role to an account; nothing happens when it has it.</summary>
    public static async ValueTask GrantAsync(Session session, Guid account, string role, DateTimeOffset now) =>
        await session.ExecuteAsync(Grant, account, role, now);

    /// <summary>Whether an account is the only one that has a role; until the transaction ends, nobody else takes it.</summary>
    public static async ValueTask<bool> IsLastAsync(Session session, Guid account, string role)
    {
        await session.ExecuteAsync(Lock);
        return await session.FlagAsync(IsLast, account, role) is true;
    }

    /// <summary>Takes a role from an account; nothing happens when it does not have it.</summary>
    /// <returns>Whether the account had it.</returns>
    public static async ValueTask<bool> RevokeAsync(Session session, Guid account, string role) =>
        await session.ExecuteAsync(Revoke, account, role) > 0;
}
