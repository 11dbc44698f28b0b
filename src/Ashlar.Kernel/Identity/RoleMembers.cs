namespace Ashlar.Kernel;

/// <summary>Who has which role.</summary>
public static class RoleMembers
{
    private static readonly Statement Grant = new(
        "insert into ashlar_role_members (account_id, role, granted_at) values ($1, $2, $3) on conflict do nothing");

    private static readonly Statement Revoke = new("delete from ashlar_role_members where account_id = $1 and role = $2");

    /// <summary>Gives a role to an account; nothing happens when it has it.</summary>
    public static async ValueTask GrantAsync(Session session, Guid account, string role, DateTimeOffset now) =>
        await session.ExecuteAsync(Grant, account, role, now);

    /// <summary>Takes a role from an account; nothing happens when it does not have it.</summary>
    /// <returns>Whether the account had it.</returns>
    public static async ValueTask<bool> RevokeAsync(Session session, Guid account, string role) =>
        await session.ExecuteAsync(Revoke, account, role) > 0;
}
