using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>Creates the tables on request, and keeps a program from serving on tables that are not its own.</summary>
internal sealed class SchemaCommand(
    SchemaInstaller installer,
    Database database,
    SystemDescription system,
    IConfiguration configuration,
    IHostEnvironment environment)
{
    private const string OtherSchema =
        "The database belongs to another version of the model. Use an empty database, or migrate this one.";

    /// <summary>Creates the tables with the rights of the owner, who is another one than the user at run time.</summary>
    public async Task<int> MigrateAsync()
    {
        await using var owned = DatabaseAddress.Owner(configuration) is { } owner ? Database.Open(owner) : null;
        var target = owned ?? database;
        switch (await installer.InspectAsync(target, CancellationToken.None))
        {
            case SchemaState.Current:
                return 0;
            case SchemaState.Other:
                await Console.Error.WriteLineAsync(OtherSchema);
                return 1;
            default:
                await InstallAsync(target, owned is null ? null : database.User, samples: null);
                return 0;
        }
    }

    /// <summary>Why the system cannot serve, or null. In development an empty database gets its tables and samples.</summary>
    public async Task<string?> RefusalToServeAsync()
    {
        switch (await installer.InspectAsync(database, CancellationToken.None))
        {
            case SchemaState.Current:
                return null;
            case SchemaState.Other:
                return OtherSchema;
            case SchemaState.Empty when environment.IsDevelopment():
                await InstallAsync(database, runtimeUser: null, system.Samples);
                return null;
            default:
                return "The database is empty. Run the program with `migrate` first.";
        }
    }

    // The token goes to the terminal of whoever installs, and not to the logs.
    private async Task InstallAsync(Database target, string? runtimeUser, Func<Session, DateTimeOffset, Task>? samples)
    {
        if (await installer.InstallAsync(target, runtimeUser, samples, CancellationToken.None) is { } token)
        {
            var roles = system.Roles.Where(role => role.IsGrantedByItself).Select(role => role.Name);
            await Console.Out.WriteLineAsync(
                $"The first members of {string.Join(" and ", roles)} "
                + $"are appointed with the bearer token {token}, which works until they are.");
        }
    }
}
