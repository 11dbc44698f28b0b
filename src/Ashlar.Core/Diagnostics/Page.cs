using System.Collections.Immutable;

namespace Ashlar.Core.Diagnostics;

/// <summary>
/// The page of a rule: why it matters, models that it finds fault with, models that it does not, and how to mend.
/// It is the documentation, the text of `ashlar explain`, and the rule's test.
/// </summary>
public sealed record Page(string Code, string Text)
{
    /// <summary>The paragraph under the title.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whole small models with `//~ error CODE` behind each line that is found fault with.</summary>
    public ImmutableArray<string> Fails { get; init; } = [];

    /// <summary>Whole small models without any finding.</summary>
    public ImmutableArray<string> Passes { get; init; } = [];

    public string Fix { get; init; } = "";

    /// <summary>
    /// Reads `# code`, a paragraph, `## Fails`, `## Passes` and `## Fix`. What a page lacks stays empty; the tests
    /// complain about it.
    /// </summary>
    public static Page Parse(string text)
    {
        var sections = PageSection.Split(text);
        var opening = sections[0];
        var fix = sections.FirstOrDefault(section => IsTitled(section, "Fix"));
        return new Page(opening.Title, text)
        {
            Reason = opening.Prose,
            Fails = BlocksOf(sections, "Fails"),
            Passes = BlocksOf(sections, "Passes"),
            Fix = fix?.Prose ?? "",
        };
    }

    private static ImmutableArray<string> BlocksOf(IEnumerable<PageSection> sections, string title) =>
        [.. sections.Where(section => IsTitled(section, title)).SelectMany(section => section.Blocks)];

    private static bool IsTitled(PageSection section, string title) =>
        string.Equals(section.Title, title, StringComparison.Ordinal);
}
