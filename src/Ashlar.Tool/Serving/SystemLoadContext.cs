using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;

namespace Ashlar.Tool.Serving;

/// <summary>
/// The assemblies of one compiled system, from memory. The framework and the packages are the tool's own, loaded once;
/// the system's assemblies go when nothing uses them any more.
/// </summary>
internal sealed class SystemLoadContext(ImmutableArray<AssemblyImage> images) : AssemblyLoadContext("system", isCollectible: true)
{
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.Ordinal);

    public Assembly LoadHost() => LoadImage(images[^1]);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        images.FirstOrDefault(image => image.Name == assemblyName.Name) is { } image ? LoadImage(image) : null;

    private Assembly LoadImage(AssemblyImage image)
    {
        if (!_loaded.TryGetValue(image.Name, out var assembly))
        {
            assembly = LoadFromStream(new MemoryStream(image.Code), new MemoryStream(image.Symbols));
            _loaded[image.Name] = assembly;
        }

        return assembly;
    }
}
