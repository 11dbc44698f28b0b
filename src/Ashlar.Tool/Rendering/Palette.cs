using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Rendering;

/// <summary>Colours as terminal codes, or nothing where no terminal reads them.</summary>
internal sealed record Palette(bool HasColour)
{
    public string Severity(Severity severity, string text) =>
        Paint(severity == Core.Diagnostics.Severity.Error ? "1;31" : "1;33", text);

    public string Strong(string text) => Paint("1", text);

    public string Frame(string text) => Paint("34", text);

    public string Second(string text) => Paint("36", text);

    public string Help(string text) => Paint("32", text);

    private string Paint(string code, string text) =>
        HasColour && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
