using System.Collections.Immutable;
using System.Reflection;

namespace Ashlar.Emit;

/// <summary>Ordinary, tested C# that generated systems get as source, by the prefix of its resources.</summary>
internal sealed class EmbeddedSource(string prefix)
{
    private readonly Lazy<ImmutableArray<(string Path, string Text)>> _files = new(() => Load(prefix));

    public ImmutableArray<(string Path, string Text)> Files => _files.Value;

    private static ImmutableArray<(string Path, string Text)> Load(string prefix)
    {
        var assembly = typeof(EmbeddedSource).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name[prefix.Length..].Replace('\\', '/'), Read(assembly, name))),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
