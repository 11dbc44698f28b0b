using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Rendering;

/// <summary>A finding in one line that still makes sense alone: place, kind, fact, and the advice in brackets.</summary>
internal sealed class ConciseRenderer(SourceMap sources)
{
    public string Render(Diagnostic diagnostic)
    {
        var place = sources.Show(diagnostic.Location);
        var word = diagnostic.IsError ? "error" : "warning";
        var help = diagnostic.Helps.IsEmpty ? "" : $" [{string.Join("; ", diagnostic.Helps)}]";
        var lead = place.Length > 0 ? place + ": " : "";
        return $"{lead}{word}[{diagnostic.Code}]: {diagnostic.Message}{help}\n".ReplaceLineEndings(" ").TrimEnd() + "\n";
    }
}
