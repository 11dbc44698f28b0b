using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Ashlar.EndToEnd.Tool;
using Npgsql;

namespace Ashlar.EndToEnd.Examples;

/// <summary>
/// What the Dockerfile and the compose file of a system do, step by step and taken from those files, on this machine
/// instead of in containers: a PostgreSQL owner and a runtime role, `migrate`, the system in production.
/// </summary>
internal sealed partial class Deployment(string folder, NpgsqlConnectionStringBuilder server) : IDisposable
{
    private const string RuntimePassword = "runtime secret";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>What the bookshop has to be told wherever it is installed.</summary>
    private static readonly Dictionary<string, string> Told = new()
    {
        ["Ordering__Payments__baseUrl"] = "https://payments.example",
        ["Ordering__Payments__apiKey"] = "a key of sixteen letters",
        ["Ordering__Payments__callbackKey"] = "another key of as many letters",
        ["RUNTIME_PASSWORD"] = RuntimePassword,
        ["OWNER_PASSWORD"] = "owner secret",
    };

    private readonly string _app = Path.Combine(folder, "app");
    private readonly List<Process> _processes = [];

    public string Database { get; } = server.Database ?? "";

    /// <summary>`RUN dotnet publish … -o /app`.</summary>
    public Task<ProcessRun> Publish()
    {
        var command = Of("Dockerfile", PublishLine()).Replace("/app", $"'{_app}'", StringComparison.Ordinal);
        return ProcessRun.Bash($"cd '{folder}' && {command}");
    }

    /// <summary>What the database's container runs when it is made.</summary>
    public Task<ProcessRun> MakeRoles() => ProcessRun.Bash(
        $"PGHOST={server.Host} PGPORT={server.Port} POSTGRES_USER={server.Username} POSTGRES_DB={Database} "
        + $"RUNTIME_PASSWORD='{RuntimePassword}' sh '{folder}/deploy/database-roles.sh'");

    public Task<ProcessRun> Migrate() => ProcessRun.Bash($"cd '{_app}' && {Environment("migrate")} {EntryPoint()} migrate");

    /// <summary>Serves as the container does; the result is its process, which has not answered yet.</summary>
    public (Process Process, Uri Address) Serve()
    {
        var port = FreePort();
        var script = $"cd '{_app}' && exec env ASPNETCORE_HTTP_PORTS={port} {Environment("host")} {EntryPoint()}";
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("bash");
        _processes.Add(process);
        return (process, new Uri($"http://127.0.0.1:{port}"));
    }

    public static async Task<int> Stop(Process process)
    {
        await ProcessRun.Of("kill", ["-s", "TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest);
        return process.ExitCode;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }
    }

    private string EntryPoint()
    {
        var words = Of("Dockerfile", EntryPointLine()).Split(',', StringSplitOptions.TrimEntries);
        return string.Join(' ', words.Select(word => word.Trim('"')));
    }

    /// <summary>The environment of a service, with the names of this machine.</summary>
    private string Environment(string service)
    {
        var text = File.ReadAllText(Path.Combine(folder, "compose.yaml"));
        var start = text.IndexOf($"  {service}:\n", StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var settings = SettingLine().Matches(text[start..end])
            .Select(found => $"{found.Groups[1].Value}='{OnThisMachine(found.Groups[2].Value)}'");
        return string.Join(' ', settings);
    }

    private string OnThisMachine(string value) => Variable().Replace(
        value.Replace("Host=database", $"Host={server.Host};Port={server.Port}", StringComparison.Ordinal),
        found => Told[found.Groups[1].Value]);

    private string Of(string file, Regex line)
    {
        var found = line.Match(File.ReadAllText(Path.Combine(folder, file)));
        Assert.True(found.Success, $"{file} has no line like {line}");
        return found.Groups[1].Value;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("^RUN (dotnet publish .*)$", RegexOptions.Multiline)]
    private static partial Regex PublishLine();

    [GeneratedRegex(@"^ENTRYPOINT \[(.*)\]$", RegexOptions.Multiline)]
    private static partial Regex EntryPointLine();

    [GeneratedRegex("^      ([A-Za-z]+__[A-Za-z_]+): (.*)$", RegexOptions.Multiline)]
    private static partial Regex SettingLine();

    [GeneratedRegex(@"\$\{([A-Za-z_]+)(:\?[^}]*)?\}")]
    private static partial Regex Variable();
}
