using System.Reflection;

namespace Ashlar.Kernel;

/// <summary>What the kernel must know of a system.</summary>
/// <param name="Name">The name of the system.</param>
/// <param name="Assembly">The assembly that holds <c>Schema/postgres.sql</c> and <c>Schema/sqlite.sql</c>.</param>
public sealed record SystemDescription(string Name, Assembly Assembly)
{
    /// <summary>The accounts that sign in with a password, if there are any.</summary>
    public Principal? Principal { get; init; }

    /// <summary>The table of the accounts, where they sign in elsewhere.</summary>
    public string? AccountTable { get; init; }

    /// <summary>The IANA name of the zone in which a day of the system begins.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>What `now` is; tests have a clock of their own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The roles of the model.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Fills a fresh database in development.</summary>
    public Func<Session, DateTimeOffset, Task>? Samples { get; init; }

    /// <summary>The settings that the model declares.</summary>
    public IReadOnlyList<DeclaredSettings> Settings { get; init; } = [];

    /// <summary>What broken constraints mean, one table for each module.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, Refusal>> Constraints { get; init; } = [];

    /// <summary>The tables in which requests never change a row.</summary>
    public IReadOnlyList<string> NeverUpdated { get; init; } = [];

    /// <summary>The tables from which requests never delete a row.</summary>
    public IReadOnlyList<string> NeverDeleted { get; init; } = [];

    /// <summary>The resource with the access rules of the model, with which refusals are explained in development.</summary>
    public string? AccessRules { get; init; }

    /// <summary>The parts of the kernel that this system needs besides those that each has.</summary>
    public IReadOnlyList<IKernelPart> Parts { get; init; } = [];

    internal string? Accounts => AccountTable ?? Principal?.Table;

    internal string Resource(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly {Assembly.GetName().Name} does not hold {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
