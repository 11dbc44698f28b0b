using Microsoft.CodeAnalysis;

namespace Ashlar.Tool.Serving;

/// <summary>
/// What generated code is compiled against: the reference assemblies of .NET and ASP.NET Core, and the packages that
/// the tool itself carries. Where the SDK has no reference assemblies, those that the tool runs on take their place.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly string[] ReferencePacks = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    private static readonly string[] Packages =
    [
        "Npgsql", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "SQLitePCLRaw.batteries_v2", "SQLitePCLRaw.provider.e_sqlite3",
        "Swashbuckle.AspNetCore.SwaggerUI", "Microsoft.IdentityModel.Abstractions", "Microsoft.IdentityModel.JsonWebTokens",
        "Microsoft.IdentityModel.Logging", "Microsoft.IdentityModel.Protocols", "Microsoft.IdentityModel.Protocols.OpenIdConnect",
        "Microsoft.IdentityModel.Tokens", "System.IdentityModel.Tokens.Jwt", "RabbitMQ.Client",
    ];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Loaded = new(() =>
    [
        .. References(Framework()),
        .. References(PackageFiles),
    ]);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> LoadedPlain =
        new(() => [.. References(Framework().Where(IsPlain))]);

    /// <summary>Where the reference assemblies of .NET and ASP.NET Core are taken from; none where there are none.</summary>
    public static IReadOnlyList<string> Folders
    {
        get
        {
            var shared = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
            var packs = Path.GetFullPath(Path.Combine(shared, "..", "..", "..", "packs"));
            var folders = ReferencePacks.Select(pack => ReferenceFolder(Path.Combine(packs, pack))).OfType<string>().ToList();
            return folders.Count == ReferencePacks.Length ? folders : [];
        }
    }

    /// <summary>The packages that the tool carries.</summary>
    public static IEnumerable<string> PackageFiles =>
        Packages.Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll")).Where(File.Exists);

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    /// <summary>.NET alone, as a project sees it that asks for nothing else.</summary>
    public static IReadOnlyList<MetadataReference> Plain => LoadedPlain.Value;

    private static IEnumerable<MetadataReference> References(IEnumerable<string> files) =>
        files.Select(file => MetadataReference.CreateFromFile(file));

    private static bool IsPlain(string file) =>
        Path.GetFileName(file) is var name
        && !name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        && !file.Contains(ReferencePacks[1], StringComparison.Ordinal);

    private static IEnumerable<string> Framework() => Folders is { Count: > 0 } folders
        ? folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
        : RunningFramework();

    private static string? ReferenceFolder(string pack) =>
        !Directory.Exists(pack)
            ? null
            : Directory.EnumerateDirectories(pack)
                .Select(version => Path.Combine(version, "ref", $"net{Environment.Version.Major}.0"))
                .Where(Directory.Exists)
                .Order(StringComparer.Ordinal)
                .LastOrDefault();

    private static IEnumerable<string> RunningFramework() =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator)
            .Where(file => !file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal));
}
