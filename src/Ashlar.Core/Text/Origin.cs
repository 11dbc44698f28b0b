namespace Ashlar.Core.Text;

/// <summary>
/// The place in the model that an element comes from. It takes no part in equality, so that a model is equal to
/// itself after a comment, a blank line or a move between files.
/// </summary>
public readonly struct Origin(string path, TextSpan span) : IEquatable<Origin>
{
    public Location Location { get; } = new(path, span);

    public string Path => Location.Path;

    public TextSpan Span => Location.Span;

    public static bool operator ==(Origin left, Origin right) => left.Equals(right);

    public static bool operator !=(Origin left, Origin right) => !left.Equals(right);

    public bool Equals(Origin other) => true;

    public override bool Equals(object? obj) => obj is Origin;

    public override int GetHashCode() => 0;
}
