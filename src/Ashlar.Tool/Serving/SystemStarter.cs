using System.Data.Common;
using System.Net.Sockets;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Serving.Rules;

namespace Ashlar.Tool.Serving;

/// <summary>Starts a compiled system and turns what its surroundings refuse into findings.</summary>
internal static class SystemStarter
{
    public static Task<StartResult> Start(CompiledSystem compiled, HostSettings settings, string database) => Explained(
        async () => await ServedSystem.Start(compiled, settings) ?? new StartResult.Down(OtherTables(database)),
        settings, database);

    /// <summary>Creates or migrates the tables of the database.</summary>
    public static Task<StartResult> Migrate(CompiledSystem compiled, HostSettings settings, string database) =>
        CarryOut(compiled, ["migrate"], settings, database, told => MigrationStopped.Because(database, told));

    /// <summary>Looks at what goes on in the database, or does something about it.</summary>
    public static Task<StartResult> Operate(
        CompiledSystem compiled, IReadOnlyList<string> words, HostSettings settings, string database,
        Func<string, string, Diagnostic> because) =>
        CarryOut(compiled, words, settings, database, told => because(database, told));

    /// <summary>Lets the system carry out a command of its own.</summary>
    private static Task<StartResult> CarryOut(
        CompiledSystem compiled, IReadOnlyList<string> command, HostSettings settings, string database,
        Func<string, Diagnostic> refused) => Explained(
        async () =>
        {
            using var told = new StringWriter();
            var (before, beforeErrors) = (Console.Out, Console.Error);
            Console.SetOut(told);
            Console.SetError(told);
            try
            {
                var code = await ServedSystem.CarryOutAsync(compiled, command, settings);
                return code == 0
                    ? new StartResult.Done(told.ToString())
                    : new StartResult.Down(refused(told.ToString()));
            }
            finally
            {
                Console.SetOut(before);
                Console.SetError(beforeErrors);
            }
        },
        settings, database);

    private static async Task<StartResult> Explained(Func<Task<StartResult>> work, HostSettings settings, string database)
    {
        try
        {
            return await work();
        }
        catch (Exception refusal) when (SettingProblem.In(refusal).Count > 0)
        {
            return new StartResult.RefusedSettings(SettingProblem.In(refusal));
        }
        catch (DbException refusal)
        {
            return new StartResult.Down(DatabaseUnavailable.Because(database, refusal));
        }
        catch (IOException refusal) when (refusal.InnerException is not null)
        {
            return new StartResult.Down(Taken(settings.Url, refusal.Message));
        }
        catch (SocketException refusal)
        {
            return new StartResult.Down(Taken(settings.Url, refusal.Message));
        }
    }

    private static Diagnostic OtherTables(string database) =>
        Diagnostic.Of<OtherDatabase>(Location.None, $"the tables of `{database}` are not those of this model")
            .WithHelp("run `ashlar migrate` where the line above says that a migration is to come")
            .WithHelp("name an empty database with `--database`, or leave it out to run on SQLite");

    private static Diagnostic Taken(string url, string reason) =>
        Diagnostic.Of<PortInUse>(Location.None, $"the address `{url}` cannot be served on")
            .WithNote(reason)
            .WithHelp("stop the other program, or name another address with `--urls`");
}
