namespace Ashlar.Kernel;

/// <summary>Who makes a request: a signed-in account with its roles, or nobody.</summary>
public sealed class Caller
{
    private readonly string[] _roles;

    internal Caller(Guid? id, string[] roles, byte[]? session = null)
    {
        Id = id;
        Session = session;
        _roles = roles;
    }

    /// <summary>Nobody: no token was sent.</summary>
    public static Caller Nobody { get; } = new(id: null, roles: []);

    /// <summary>The account, or null.</summary>
    public Guid? Id { get; }

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => Id is not null || _roles.Length > 0;

    // The hash of the token, when the caller signed in with a password.
    internal byte[]? Session { get; }

    internal IReadOnlyList<string> Roles => _roles;

    /// <summary>Whether the caller has a role.</summary>
    public bool Has(string role) => Array.IndexOf(_roles, role) >= 0;

    /// <summary>Whether the caller has one of the roles.</summary>
    public bool Has(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Has(role))
            {
                return true;
            }
        }

        return false;
    }

    // Whoever installs the system has roles before there is an account.
    internal static Caller Installer(string[] roles) => new(id: null, roles);

    internal Caller Only(IReadOnlyCollection<string> roles) => new(Id, [.. _roles.Where(roles.Contains)], Session);
}
