namespace Ashlar.Kernel;

/// <summary>
/// Makes the first members of the roles that only members may grant. Installing gives out one token; whoever sends it has
/// those roles, and no account, until each of them has a member. Then the token is gone for good.
/// </summary>
internal sealed class InstallationToken(SystemDescription system)
{
    private static readonly Statement Find = new("select true from ashlar_installation where token_hash = $1");

    private static readonly Statement Store = new("insert into ashlar_installation (token_hash) values ($1)");

    private static readonly Statement Remove = new("delete from ashlar_installation");

    private static readonly Statement MembersByRole = new("select distinct role from ashlar_role_members");

    private readonly string[] _roles = [.. system.Roles.Where(role => role.IsGrantedByItself).Select(role => role.Name)];

    private volatile bool _isGone;

    /// <summary>Creates the token, or gives null when no role needs it.</summary>
    public async ValueTask<string?> CreateAsync(Session session)
    {
        if (await IsEveryRoleFilledAsync(session))
        {
            return null;
        }

        var token = OpaqueToken.Create();
        await session.ExecuteAsync(Store, Value.Bytes(OpaqueToken.HashOf(token)));
        return token;
    }

    /// <summary>The caller that the token stands for.</summary>
    public async ValueTask<Caller?> FindAsync(Session session, byte[] hash)
    {
        if (_isGone || _roles.Length == 0)
        {
            return null;
        }

        var known = await session.FlagAsync(Find, Value.Bytes(hash));
        return known is true ? Caller.Installer(_roles) : null;
    }

    /// <summary>Removes the token once it is needed no more.</summary>
    public async ValueTask RemoveWhenUsedAsync(Session session)
    {
        if (!_isGone && await IsEveryRoleFilledAsync(session))
        {
            await session.ExecuteAsync(Remove);
            _isGone = true;
        }
    }

    private async ValueTask<bool> IsEveryRoleFilledAsync(Session session)
    {
        var filled = await session.ListAsync(MembersByRole, rows => rows.Text(0));
        return Array.TrueForAll(_roles, filled.Contains);
    }
}
