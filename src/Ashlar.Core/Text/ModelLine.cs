namespace Ashlar.Core.Text;

/// <summary>
/// A line of the model, counted from one, for whoever reads no offsets. Like an <see cref="Origin"/> it takes no part in
/// equality.
/// </summary>
public readonly struct ModelLine(string path, LinePosition position) : IEquatable<ModelLine>
{
    public string Path { get; } = path;

    public LinePosition Position { get; } = position;

    public static bool operator ==(ModelLine left, ModelLine right) => left.Equals(right);

    public static bool operator !=(ModelLine left, ModelLine right) => !left.Equals(right);

    public bool Equals(ModelLine other) => true;

    public override bool Equals(object? obj) => obj is ModelLine;

    public override int GetHashCode() => 0;

    /// <summary>`model/sales.ashlar:12`.</summary>
    public override string ToString() => $"{Path}:{Position.Line}";
}
