namespace Ashlar.Kernel;

/// <summary>What a file field accepts.</summary>
/// <param name="name">The name on the wire, also of the downloaded file.</param>
public sealed class FileField(string name)
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The most bytes.</summary>
    public required int MaxBytes { get; init; }

    /// <summary>The media types, of which the content must be one.</summary>
    public required IReadOnlyList<string> Types { get; init; }
}
