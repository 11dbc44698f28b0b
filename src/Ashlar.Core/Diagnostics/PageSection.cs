using System.Collections.Immutable;

namespace Ashlar.Core.Diagnostics;

/// <summary>A heading of a page with its prose and its `ashlar` blocks.</summary>
internal sealed record PageSection(string Title, string Prose, ImmutableArray<string> Blocks)
{
    private const string Fence = "```";

    /// <summary>The sections of a page in order; the first one is what stands under the title, and always there.</summary>
    public static ImmutableArray<PageSection> Split(string text)
    {
        var sections = ImmutableArray.CreateBuilder<PageSection>();
        var current = new PageSection("", "", []);
        List<string>? block = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                current = block is null ? current : current with { Blocks = current.Blocks.Add(string.Join('\n', block) + "\n") };
                block = block is null ? [] : null;
            }
            else if (block is not null)
            {
                block.Add(line);
            }
            else if (TitleOf(line) is { } title)
            {
                AddUnlessEmpty(sections, current);
                current = new PageSection(title, "", []);
            }
            else
            {
                current = current with { Prose = (current.Prose + "\n" + line).Trim() };
            }
        }

        sections.Add(current);
        return sections.ToImmutable();
    }

    private static string? TitleOf(string line)
    {
        var isHeading = line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal);
        return isHeading ? line.TrimStart('#').Trim() : null;
    }

    private static void AddUnlessEmpty(ImmutableArray<PageSection>.Builder sections, PageSection section)
    {
        if (section.Title.Length + section.Prose.Length + section.Blocks.Length > 0)
        {
            sections.Add(section);
        }
    }
}
