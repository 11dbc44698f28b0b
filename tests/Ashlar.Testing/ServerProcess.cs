using System.Diagnostics;

namespace Ashlar.Testing;

/// <summary>Runs a program of PostgreSQL, which refuses to work as root.</summary>
internal static class ServerProcess
{
    public static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        var path = Path.Combine(folder, program);
        string[] command = Environment.UserName == "root"
            ? ["runuser", "-u", "postgres", "--", path, .. arguments]
            : [path, .. arguments];

        // The server inherits the handles of pg_ctl, so nobody may wait for the end of its output.
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
