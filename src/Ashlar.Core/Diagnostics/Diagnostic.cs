using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>
/// A finding. One record, rendered pretty, concise or as JSON. The message is one line that stands alone; advice
/// belongs in <see cref="Helps"/>, background in <see cref="Notes"/>.
/// </summary>
public sealed record Diagnostic(string Code, Severity Severity, string Message, Location Location)
{
    /// <summary>What the marked text is, in a few words; printed behind the carets.</summary>
    public string Label { get; init; } = "";

    /// <summary>The model element that the finding is about, such as `Catalog.Book.title`; empty where there is none.</summary>
    public string Symbol { get; init; } = "";

    public string Expected { get; init; } = "";

    public string Actual { get; init; } = "";

    /// <summary>Existing names that the author may have meant, nearest first, at most four.</summary>
    public ValueList<string> Nearest { get; init; } = [];

    /// <summary>Other places that explain the finding, at most three.</summary>
    public ValueList<RelatedLocation> Related { get; init; } = [];

    public ValueList<string> Notes { get; init; } = [];

    public ValueList<string> Helps { get; init; } = [];

    public ValueList<Fix> Fixes { get; init; } = [];

    public bool IsError => Severity == Severity.Error;

    public static Diagnostic Of<TRule>(Location location, string message)
        where TRule : Rule, new()
    {
        var rule = new TRule();
        return new Diagnostic(rule.Code, rule.Severity, message, location);
    }

    public Diagnostic WithLabel(string label) => this with { Label = label };

    public Diagnostic About(string symbol) => this with { Symbol = symbol };

    public Diagnostic Mismatch(string expected, string actual) => this with { Expected = expected, Actual = actual };

    public Diagnostic WithNearest(IEnumerable<string> names) => this with { Nearest = names.Take(4).ToValueList() };

    public Diagnostic WithRelated(Location location, string label) =>
        Related.Count == 3 ? this : this with { Related = Related.Add(new RelatedLocation(location, label)) };

    public Diagnostic WithNote(string note) => this with { Notes = Notes.Add(note) };

    public Diagnostic WithHelp(string help) => this with { Helps = Helps.Add(help) };

    public Diagnostic WithFix(Fix fix) => this with { Fixes = Fixes.Add(fix) };
}
