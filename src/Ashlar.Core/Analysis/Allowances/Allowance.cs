using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Allowances;

/// <summary>`// allow CODE: reason` in a line of its own: warnings with that code in the line below are meant to be.</summary>
internal sealed record Allowance(SourceFile File, TextSpan Comment, string Code, string Reason, int Line)
{
    public Location Location => new(File.Path, Comment);

    public bool Covers(Diagnostics.Diagnostic found) =>
        !found.IsError
        && string.Equals(found.Code, Code, StringComparison.Ordinal)
        && string.Equals(found.Location.Path, File.Path, StringComparison.Ordinal)
        && File.PositionOf(found.Location.Span.Start).Line == Line;
}
