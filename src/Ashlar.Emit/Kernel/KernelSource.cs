using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Kernel;

/// <summary>The shared kernel, as source in the system's own namespace.</summary>
internal static partial class KernelSource
{
    private const string Prefix = "kernel/";

    private static readonly Lazy<ImmutableArray<(string Path, string Text)>> Sources = new(Load);

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var target = emission.Root.Member(Ident.Of("Kernel")).Text;
        return Sources.Value
            .Where(source => IsUsed(emission, source.Path))
            .Select(source => new EmittedFile(
                $"{Folders.Kernel(emission)}/{source.Path}",
                Header.OfKernel().Text + "\n" + Namespace().Replace(source.Text, target),
                FileOwner.Generated));
    }

    // Parts that nothing else in the kernel names are left out where the model does not need them.
    private static bool IsUsed(Emission emission, string path) =>
        emission.HasIssuer || !path.Contains("/Issuer", StringComparison.Ordinal);

    private static ImmutableArray<(string Path, string Text)> Load()
    {
        var assembly = typeof(KernelSource).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name[Prefix.Length..].Replace('\\', '/'), Read(assembly, name))),
        ];
    }

    private static string Read(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\bAshlar\.Kernel\b")]
    private static partial Regex Namespace();
}
