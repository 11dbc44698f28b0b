using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>
/// Creates and migrates the tables on request, and keeps a program from serving on tables that are not its own.
/// </summary>
internal sealed class SchemaCommand(
    SchemaInstaller installer,
    SchemaInspector inspector,
    MigrationRunner runner,
    Database database,
    SystemDescription system,
    IConfiguration configuration,
    IHostEnvironment environment)
{
    /// <summary>
    /// Creates or migrates the tables with the rights of the owner, who is another one than the user at run time.
    /// </summary>
    public async Task<int> MigrateAsync()
    {
        var owner = DatabaseAddress.Owner(configuration);
        await using var target = Database.OpenPatiently(owner ?? DatabaseAddress.Runtime(configuration, environment, system));
        var runtimeUser = owner is null ? null : database.User;
        var report = await inspector.InspectAsync(target, CancellationToken.None);
        switch (report.State)
        {
            case SchemaState.Current:
                return 0;
            case SchemaState.Pending:
                return await MigrateAsync(target, report, runtimeUser) is { } problem ? await FailAsync(problem) : 0;
            case SchemaState.Other:
                return await FailAsync(report.Reason);
            default:
                await InstallAsync(target, runtimeUser, samples: null);
                return 0;
        }
    }

    /// <summary>
    /// Why the system cannot serve, or null. In development an empty database gets its tables and samples, and one on SQLite is
    /// taken along when the model changes.
    /// </summary>
    public async Task<string?> RefusalToServeAsync()
    {
        var report = await inspector.InspectAsync(database, CancellationToken.None);
        switch (report.State)
        {
            case SchemaState.Current:
                return null;
            case SchemaState.Empty when environment.IsDevelopment():
                await InstallAsync(database, runtimeUser: null, system.Samples);
                return null;
            case SchemaState.Pending when environment.IsDevelopment() && !database.IsPostgres:
                return await MigrateAsync(database, report, runtimeUser: null);
            default:
                return report.Reason;
        }
    }

    /// <summary>Why a command cannot be carried out on these tables, or null. Nothing is created for it.</summary>
    public async Task<string?> RefusalToCarryOutAsync()
    {
        var report = await inspector.InspectAsync(database, CancellationToken.None);
        return report.State == SchemaState.Current ? null : report.Reason;
    }

    private async Task<string?> MigrateAsync(Database target, SchemaReport report, string? runtimeUser)
    {
        try
        {
            foreach (var file in report.Pending)
            {
                await runner.RunAsync(target, file, CancellationToken.None);
            }
        }
        catch (MigrationException e)
        {
            return e.Message;
        }

        await using var session = await target.BeginAsync(CancellationToken.None);
        await installer.InstallPartsAsync(session, target);
        await installer.GrantAsync(session, target, runtimeUser);
        await session.CommitAsync();
        return null;
    }

    private static async Task<int> FailAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 1;
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
