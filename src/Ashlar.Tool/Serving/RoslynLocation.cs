using System.Reflection;
using System.Runtime.Loader;

namespace Ashlar.Tool.Serving;

/// <summary>
/// Where the C# compiler is loaded from. The SDK's own copy is compiled ahead of time and saves most of a second on the
/// first compilation; the package that the tool ships with is the fallback where there is no SDK of that version.
/// See docs/decisions/0006-compile-in-process.md.
/// </summary>
internal static class RoslynLocation
{
    private const string Compiler = "Microsoft.CodeAnalysis.CSharp";
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "roslyn");

    private static int _isPrepared;

    /// <summary>The folder that somebody named; nothing for the usual one.</summary>
    public static string Chosen { get; } = Environment.GetEnvironmentVariable("ASHLAR_ROSLYN") ?? "";

    /// <summary>Must run before the first method that names a type of the compiler.</summary>
    public static void Prepare()
    {
        if (Interlocked.Exchange(ref _isPrepared, 1) == 1)
        {
            return;
        }

        var folder = Chosen.Length > 0 ? Chosen : OfSdk() ?? Shipped;
        AssemblyLoadContext.Default.Resolving += (context, name) => Resolve(context, name, folder);
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name, string folder)
    {
        var file = Path.Combine(folder, name.Name + ".dll");
        return name.Name is Compiler or "Microsoft.CodeAnalysis" && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    /// <summary>Of the newest SDK beside the running runtime whose compiler is the one that the tool was built with.</summary>
    private static string? OfSdk()
    {
        var wanted = AssemblyName.GetAssemblyName(Path.Combine(Shipped, Compiler + ".dll")).Version;
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        var sdks = new DirectoryInfo(Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "sdk")));
        return !sdks.Exists
            ? null
            : sdks.EnumerateDirectories()
                .Select(sdk => Path.Combine(sdk.FullName, "Roslyn", "bincore"))
                .Where(folder => VersionIn(folder) == wanted)
                .Order(StringComparer.Ordinal)
                .LastOrDefault();
    }

    private static Version? VersionIn(string folder)
    {
        var file = Path.Combine(folder, Compiler + ".dll");
        return File.Exists(file) ? AssemblyName.GetAssemblyName(file).Version : null;
    }
}
