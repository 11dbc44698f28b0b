using Ashlar.Core.Diagnostics;

namespace Ashlar.Tests.Diagnostics;

/// <summary>`//~ error CODE` at the end of a line of a page: what the line is found fault with.</summary>
internal sealed record PageMark(string Path, int Line, Severity Severity, string Code)
{
    public override string ToString() =>
        $"{(Severity == Severity.Error ? "error" : "warning")} {Code} in line {Line} of {Path}";
}
