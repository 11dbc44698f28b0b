using Ashlar.Core.Model;

namespace Ashlar.Emit.Modules;

/// <summary>
/// Where the type of a declaration lives. What is public, and what a public event or action carries, is what modules know of
/// each other, so it is in Contracts; the namespace is that of the module in both places.
/// </summary>
internal static class Homes
{
    public static string OfType(Emission emission, ElementName name, bool isPublic, string folder) =>
        isPublic || emission.IsShared(name)
        ? $"{Folders.Contracts(emission)}/{name.Module}"
        : $"{Folders.Module(emission, name.Module)}/{folder}";
}
