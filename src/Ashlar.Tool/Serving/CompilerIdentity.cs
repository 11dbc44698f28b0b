using System.Runtime.InteropServices;
using Ashlar.Guard.InProcess;

namespace Ashlar.Tool.Serving;

/// <summary>What makes the same assembly of the same text: this tool with its packages and compiler, and the framework.</summary>
internal static class CompilerIdentity
{
    private static readonly Lazy<string> Hashed = new(() =>
    {
        using var hash = new InputHash();
        return hash
            .Add(typeof(CompilerIdentity).Module.ModuleVersionId.ToString())
            .Add(typeof(GuardInProcess).Module.ModuleVersionId.ToString())
            .Add(string.Concat(FrameworkReferences.PackageFiles.Select(file => Fingerprint.LineOf(new(file)))))
            .Add(RoslynLocation.Chosen)
            .Add(RuntimeInformation.FrameworkDescription)
            .Add(string.Join('\n', FrameworkReferences.Folders))
            .ToText();
    });

    public static string Hash => Hashed.Value;
}
