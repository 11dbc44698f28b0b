using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ashlar.Tests.Architecture;

/// <summary>What the documents point at is there.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Every_path_in_the_map_exists() => Findings.None(MissingPaths(Repository.Read("ARCHITECTURE.md")));

    [Fact]
    public void A_planted_path_that_does_not_exist_is_found()
    {
        Assert.Equal(["src/Nowhere"], MissingPaths("See `src/Nowhere` and `src/Ashlar.Core`, and `a word`."));
        Assert.Equal(["nowhere.sh"], MissingPaths("```\nnowhere.sh   a script\nsrc/   the rest\n```"));
    }

    [Fact]
    public void Every_link_in_a_document_leads_somewhere() =>
        Findings.None(Documents().SelectMany(path => DeadLinks(path, Repository.Read(path))));

    [Fact]
    public void A_planted_dead_link_is_found()
    {
        Assert.Single(DeadLinks("docs/a.md", "[x](nowhere.md)"));
        Assert.Single(DeadLinks("ARCHITECTURE.md", "# Title\n[x](#no-such-heading)"));
        Assert.Empty(DeadLinks("ARCHITECTURE.md", "# My title\n[x](#my-title) [y](src/) [z](https://example.com/)"));
    }

    private static IEnumerable<string> Documents() =>
        Repository.Files("", "*.md").Where(path => !path.StartsWith("examples/", StringComparison.Ordinal));

    /// <summary>Code spans that look like paths, and the first word of each line in a fenced block.</summary>
    private static List<string> MissingPaths(string text)
    {
        var document = Markdown.Parse(text);
        var spans = document.Descendants<CodeInline>().Select(span => span.Content).Where(LooksLikePath);
        var lines = document.Descendants<FencedCodeBlock>().SelectMany(FirstWords);
        return [.. spans.Concat(lines).Distinct().Where(path => !Exists(path))];
    }

    private static IEnumerable<string> FirstWords(FencedCodeBlock block) =>
        block.Lines.Lines.Take(block.Lines.Count)
            .Select(line => line.ToString())
            .Where(line => line.Length > 0 && line[0] != ' ')
            .Select(line => line.Split(' ')[0]);

    private static bool LooksLikePath(string code) =>
        code.Contains('/', StringComparison.Ordinal) && !code.Any(letter => letter is ' ' or '<' or '*' or '{');

    private static IEnumerable<string> DeadLinks(string path, string text)
    {
        var document = Markdown.Parse(text, new MarkdownPipelineBuilder().UseAutoIdentifiers().Build());
        foreach (var link in document.Descendants<LinkInline>().Select(link => link.Url ?? ""))
        {
            var (file, anchor) = (link.Split('#')[0], link.Contains('#', StringComparison.Ordinal) ? link.Split('#')[1] : "");
            var isExternal = Uri.TryCreate(link, UriKind.Absolute, out _);
            if (!isExternal && !(file.Length == 0 ? HasHeading(document, anchor) : Exists(Combine(path, file))))
            {
                yield return $"{path}: {link}";
            }
        }
    }

    private static bool HasHeading(MarkdownDocument document, string anchor) =>
        document.Descendants<HeadingBlock>().Any(heading => Markdig.Renderers.Html.HtmlAttributesExtensions
            .TryGetAttributes(heading)?.Id == anchor);

    private static string Combine(string document, string link) => Path.Combine(Path.GetDirectoryName(document) ?? "", link);

    private static bool Exists(string path) => File.Exists(Repository.PathOf(path)) || Directory.Exists(Repository.PathOf(path));
}
