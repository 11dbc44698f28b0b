using System.Text.RegularExpressions;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Kernel;

/// <summary>The shared kernel, as source in the system's own namespace.</summary>
internal static partial class KernelSource
{
    private static readonly EmbeddedSource Source = new("kernel/");

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var target = emission.Root.Member(Ident.Of("Kernel")).Text;
        return Source.Files
            .Where(source => IsUsed(emission, source.Path))
            .Select(source => new EmittedFile(
                $"{Folders.Kernel(emission)}/{source.Path}",
                Header.OfKernel().Text + "\n" + Namespace().Replace(source.Text, target),
                FileOwner.Generated));
    }

    /// <summary>The kernel's own namespace in a text that is copied with it.</summary>
    [GeneratedRegex(@"\bAshlar\.Kernel\b")]
    public static partial Regex Namespace();

    // Parts that nothing else in the kernel names are left out where the model does not need them.
    private static bool IsUsed(Emission emission, string path) =>
        (emission.HasIssuer || !path.Contains("/Issuer", StringComparison.Ordinal))
        && (!emission.Model.Slots.IsEmpty || emission.HasFlow || !path.StartsWith("Slots/", StringComparison.Ordinal))
        && (emission.HasFlow || !path.StartsWith("Flow/", StringComparison.Ordinal))
        && (emission.HasFlow || emission.HasEvents || !path.StartsWith("Hosting/Operator", StringComparison.Ordinal))
        && (emission.HasCallbacks || !path.StartsWith("Callbacks/", StringComparison.Ordinal))
        && (emission.HasEvents || !path.StartsWith("Events/", StringComparison.Ordinal))
        && (emission.HasPublicEvents || !path.StartsWith("Events/Relay/", StringComparison.Ordinal));
}
