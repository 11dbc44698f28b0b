using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>Creates the tables on request, and keeps a program from serving on tables that are not its own.</summary>
internal sealed class SchemaCommand(
    SchemaInstaller installer, Database database, IConfiguration configuration, IHostEnvironment environment)
{
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
                await installer.InstallAsync(target, CancellationToken.None);
                return 0;
        }
    }

    /// <summary>Why the system cannot serve, or null. In development an empty database gets its tables.</summary>
    public async Task<string?> RefusalToServeAsync()
    {
        switch (await installer.InspectAsync(database, CancellationToken.None))
        {
            case SchemaState.Current:
                return null;
            case SchemaState.Other:
                return OtherSchema;
            case SchemaState.Empty when environment.IsDevelopment():
                await installer.InstallAsync(database, CancellationToken.None);
                return null;
            default:
                return "The database is empty. Run the program with `migrate` first.";
        }
    }

    private const string OtherSchema = "The database belongs to another version of the model. Use an empty database, or migrate this one.";
}
