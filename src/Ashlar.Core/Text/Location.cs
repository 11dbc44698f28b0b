namespace Ashlar.Core.Text;

/// <summary>Where something stands: a file and a range in it.</summary>
public readonly record struct Location(string Path, TextSpan Span)
{
    /// <summary>The model as a whole: for findings that no line can be blamed for.</summary>
    public static Location None { get; } = new("", default);
}
