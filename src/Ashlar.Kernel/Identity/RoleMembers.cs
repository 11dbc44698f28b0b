namespace Ashlar.Kernel;

/// <summary>Who has which role.</summary>
public static class RoleMembers
{
    private static readonly Statement Grant = new(
        "insert into ashlar_role_members (account_id, role, granted_at) values ($1, $2, $3) on conflict do nothing");

    /// <summary>Gives a role to an account; nothing happens when it has it.</summary>
    public static async ValueTask GrantAsync(Session session, Guid account, string role, DateTimeOffset now) =>
        await session.ExecuteAsync(Grant, account, role, now);
}
