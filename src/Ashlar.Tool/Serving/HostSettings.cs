using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>What the host of a system is started with.</summary>
internal sealed record HostSettings(string Url, string Database, string ContentRoot)
{
    public const string Environment = "Development";

    public bool IsQuiet { get; init; }

    /// <summary>Where people keep settings; empty for beside the host.</summary>
    public string SettingsFolder { get; init; } = "";

    /// <summary>The settings of a system in its folder.</summary>
    public static HostSettings Of(SystemFolder folder, CompiledSystem compiled, string url, string database) =>
        new(url, database, folder.PathOf($"src/{compiled.Images[^1].Name}"))
        {
            SettingsFolder = folder.PathOf(SystemFolder.SettingsFolder),
        };

    /// <summary>As arguments of the host's own command line, which is the one way in that every system has.</summary>
    public string[] ToArguments() =>
    [
        $"--environment={Environment}",
        $"--contentRoot={ContentRoot}",
        $"--urls={Url}",
        $"--ConnectionStrings:Database={Database}",
        // An edit is waited for by a person: what is still running when the old system stops gets little time.
        "--Kernel:DrainTime=00:00:02",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        .. SettingsFolder.Length > 0 ? (string[])[$"--Kernel:SettingsFolder={SettingsFolder}"] : [],
        .. IsQuiet ? (string[])["--Logging:LogLevel:Default=None"] : [],
    ];
}
