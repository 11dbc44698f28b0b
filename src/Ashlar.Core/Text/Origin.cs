namespace Ashlar.Core.Text;

/// <summary>
/// The place in the model that an element comes from. It takes no part in equality, so that a model is equal to
/// itself after a comment, a blank line or a move between files.
/// </summary>
public readonly struct Origin(SourceFile source, TextSpan span) : IEquatable<Origin>
{
    private readonly SourceFile? _source = source;

    public Location Location => new(Path, Span);

    public string Path => _source?.Path ?? "";

    public TextSpan Span { get; } = span;

    /// <summary>The one-based line on which it begins; zero where nothing is written.</summary>
    public int Line => _source?.PositionOf(Span.Start).Line ?? 0;

    /// <summary>The file; null where nothing is written.</summary>
    public SourceFile? Source => _source;

    public static bool operator ==(Origin left, Origin right) => left.Equals(right);

    public static bool operator !=(Origin left, Origin right) => !left.Equals(right);

    public bool Equals(Origin other) => true;

    public override bool Equals(object? obj) => obj is Origin;

    public override int GetHashCode() => 0;
}
