using System.Text;
using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Documentation;

/// <summary>The model text in docs/language and README.md is real: the blocks of a page are one system that checks.</summary>
public sealed class LanguagePageTests
{
    public static TheoryData<string> Pages() =>
        [.. Directory.GetFiles(Repository.PathOf("docs/language"), "*.md").Order(StringComparer.Ordinal)
            .Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_blocks_of_a_page_are_a_system_that_checks(string page)
    {
        var model = ModelText(File.ReadAllLines(Repository.PathOf("docs/language/" + page)));
        if (model.Trim().Length == 0)
        {
            Assert.Contains(page, (string[])["README.md", "grammar.md"]);
            return;
        }

        var compilation = Compilation.Create([new SourceFile(page, model)]);

        var source = compilation.Trees[0].Source;
        Assert.Empty(compilation.Diagnostics.Select(
            found => $"line {source.PositionOf(found.Location.Span.Start).Line}: {found.Code}: {found.Message}"));
    }

    [Fact]
    public void The_index_lists_every_page()
    {
        var index = File.ReadAllText(Repository.PathOf("docs/language/README.md"));
        Assert.All(Pages().Select(row => row.Data).Where(page => page != "README.md"), page =>
            Assert.Contains($"]({page})", index));
    }

    /// <summary>The lines of all model blocks; every other line is left empty, so that positions are those of the page.</summary>
    private static string ModelText(string[] lines)
    {
        var isInside = false;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            isInside = line == "```ashlar" || (isInside && line != "```");
            text.Append(isInside && line != "```ashlar" ? line : "").Append('\n');
        }

        return text.ToString();
    }
}
