namespace Ashlar.Tool.Serving;

/// <summary>What the host of a system is started with.</summary>
internal sealed record HostSettings(string Url, string Database, string ContentRoot)
{
    public bool IsQuiet { get; init; }

    /// <summary>As arguments of the host's own command line, which is the one way in that every system has.</summary>
    public string[] ToArguments() =>
    [
        "--environment=Development",
        $"--contentRoot={ContentRoot}",
        $"--urls={Url}",
        $"--ConnectionStrings:Database={Database}",
        "--hostBuilder:reloadConfigOnChange=false",
        .. IsQuiet ? (string[])["--Logging:LogLevel:Default=None"] : [],
    ];
}
