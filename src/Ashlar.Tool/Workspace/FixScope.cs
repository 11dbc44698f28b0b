using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>Which findings are to be fixed: all, those of a file, or those of a line of it.</summary>
internal sealed record FixScope(string Path, int Line)
{
    public bool Covers(Diagnostic found, IEnumerable<SourceFile> files) =>
        Path.Length == 0
        || (found.Location.Path == Path
            && (Line == 0 || files.Single(file => file.Path == Path).PositionOf(found.Location.Span.Start).Line == Line));
}
