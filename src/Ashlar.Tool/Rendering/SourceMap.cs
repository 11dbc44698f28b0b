using Ashlar.Core.Text;

namespace Ashlar.Tool.Rendering;

/// <summary>The texts that findings point into, and how their paths are shown to the reader.</summary>
internal sealed class SourceMap(IEnumerable<SourceFile> files, Func<string, string> displayPath)
{
    private readonly Dictionary<string, SourceFile> _files = files.ToDictionary(file => file.Path, StringComparer.Ordinal);

    public static SourceMap Empty { get; } = new([], path => path);

    public SourceFile? Find(string path) => _files.GetValueOrDefault(path);

    public string Show(string path) => displayPath(path);

    /// <summary>Where a span starts; a file whose text is unknown has only a first position.</summary>
    public LinePosition StartOf(Location location) =>
        Find(location.Path)?.PositionOf(location.Span.Start) ?? new LinePosition(Line: 1, Column: 1);

    public LinePosition EndOf(Location location) =>
        Find(location.Path)?.PositionOf(location.Span.End) ?? new LinePosition(Line: 1, Column: 1);

    /// <summary>
    /// `sales.ashlar:14:9`; a path alone where it is not one of a text, and nothing for the model as a whole.
    /// </summary>
    public string Show(Location location)
    {
        if (location.Path.Length == 0 || Find(location.Path) is null)
        {
            return location.Path.Length == 0 ? "" : Show(location.Path);
        }

        var start = StartOf(location);
        return $"{Show(location.Path)}:{start.Line}:{start.Column}";
    }
}
