using System.Text;
using Ashlar.Core.Syntax;

namespace Ashlar.Tests.Syntax;

public sealed class FormatterTests
{
    private const int Seeds = 40;

    private static readonly string[] Gaps =
        [" ", "  ", "\n", "\n\n", "\n\n\n  ", "\t", "\r\n", " // {0}\n", "\n// {0}\n", "\n\n  // {0}\n\n"];

    [Fact]
    public void Formatting_the_corpus_keeps_its_meaning_and_its_comments()
    {
        Assert.All(Corpus.Files, file => AssertFormatted(file.Text));
    }

    [Fact]
    public void Any_white_space_and_any_place_of_a_comment_is_laid_out()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            AssertFormatted(Scattered(Corpus.Files[seed % Corpus.Files.Count].Text, random));
        }
    }

    [Fact]
    public void White_space_does_not_change_the_layout_of_a_line()
    {
        const string line = "entity A { b: int = 0   check C \"c\" { b >= 0 and (b < 3 or b == -1) } }\n";
        Assert.Equal(line, Format("entity  A{b:int=0 check C\"c\"{b>=0 and(b<3 or b==- 1)}}"));
    }

    [Fact]
    public void A_text_with_errors_is_left_alone() => Assert.Equal("entity  A {\n", Format("entity  A {\n"));

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("// only a comment", "// only a comment\n")]
    [InlineData("\ufeffmodule A // a\r\n", "module A  // a\n")]
    [InlineData("role A\nrole Bcd granted by A\n\n\nrole E granted by A\nenum F { G }",
        "role A\nrole Bcd granted by A\n\nrole E granted by A\n\nenum F { G }\n")]
    [InlineData("entity A { }", "entity A { }\n")]
    [InlineData("entity A {\n\n}", "entity A { }\n")]
    [InlineData("entity A {\n\n  // none yet\n\n}", "entity A {\n  // none yet\n}\n")]
    [InlineData("enum A {\n  B // first\n  , C }", "enum A {\n  B,  // first\n  C\n}\n")]
    [InlineData("entity A {\nb: int = 0 unique min 1\ncde: text? max 3 readonly\n\nf: A on delete clear }",
        "entity A {\n  b:   int min 1   unique = 0\n  cde: text? max 3 readonly\n\n  f: A on delete clear\n}\n")]
    [InlineData("entity A {\nb: int // why\n = 0\n}", "entity A {\n  b: int  // why\n    = 0\n}\n")]
    [InlineData("entity A {\nb: int // one\ncde: int // two\n\nf: int // three\n}",
        "entity A {\n  b:   int  // one\n  cde: int  // two\n\n  f: int  // three\n}\n")]
    [InlineData("entity A {\naccess {\nread to B\ncreate , update{ c }to signed in where d==caller\nnever delete\n}\n}",
        "entity A {\n  access {\n    read                 to B\n    create, update { c } to signed in where d == caller\n"
        + "    never delete\n  }\n}\n")]
    [InlineData("entity A {\nb: state {\ninitial C\nC->D\nDef ->C ,D\nfinal D } = C\n}",
        "entity A {\n  b: state {\n    initial C\n    C   -> D\n    Def -> C, D\n    final D\n  } = C\n}\n")]
    [InlineData("sample A { b: [{ c: 1 },\n{ c: 2 }] }", "sample A {\n  b: [\n    { c: 1 },\n    { c: 2 }\n  ]\n}\n")]
    [InlineData("function A { gives B [ ] ? { F ( x : [ ] , y : - 1 ) } }", "function A { gives B[]? { F(x: [], y: -1) } }\n")]
    public void A_layout_is_the_canonical_one(string written, string expected)
    {
        Assert.Equal(expected, Format(written));
        Assert.Equal(expected, Format(expected));
    }

    [Fact]
    public void A_long_line_goes_on_at_its_loosest_operators()
    {
        var left = "count(a in somethings where a.quantity > 1000) > 10 and someCondition == otherCondition";
        var right = "count(b in otherthings where b.quantity > 1000) > 10 and someCondition == otherCondition";
        Assert.Equal(
            $"entity A {{\n  check B \"m\" {{\n    {left}\n      or {right}\n  }}\n}}\n",
            Format($"entity A {{\n  check B \"m\" {{ {left} or {right} }}\n}}"));
    }

    private static string Format(string text) => Formatter.Format(Corpus.Parse(text));

    private static void AssertFormatted(string text)
    {
        var tree = Corpus.Parse(text);
        Assert.Empty(tree.Diagnostics);
        var formatted = Formatter.Format(tree);
        var again = Corpus.Parse(formatted);
        Assert.Empty(again.Diagnostics);
        Assert.Equal(NodeText.Of(tree.Root), NodeText.Of(again.Root));
        Assert.Equal(CommentsIn(text), CommentsIn(formatted));
        Assert.Equal(formatted, Formatter.Format(again));
        Assert.All(formatted.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    private static IEnumerable<string> CommentsIn(string text)
    {
        var tree = Corpus.Parse(text);
        return tree.Tokens.SelectMany(token => tree.Source.Slice(token.Trivia).Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("//", StringComparison.Ordinal));
    }

    /// <summary>The same tokens with other white space and new comments between them. Documentation stays where it is.</summary>
    private static string Scattered(string text, Random random)
    {
        var tree = Corpus.Parse(text);
        var scattered = new StringBuilder();
        foreach (var token in tree.Tokens)
        {
            var trivia = tree.Source.Slice(token.Trivia);
            var isKept = trivia.Contains("//", StringComparison.Ordinal) || trivia.Length == 0 || random.Next(3) > 0;
            var gap = Gaps[random.Next(Gaps.Length)];
            scattered.Append(isKept ? trivia : string.Format(null, CompositeFormat.Parse(gap), scattered.Length));
            scattered.Append(tree.Source.Slice(token.Span));
        }

        return scattered.ToString();
    }
}
