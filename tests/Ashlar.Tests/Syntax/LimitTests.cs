using Ashlar.Core.Syntax;

namespace Ashlar.Tests.Syntax;

/// <summary>Size and depth have bounds: the stack does not overflow and the work stays linear.</summary>
public sealed class LimitTests
{
    private const int Many = 10_000;

    public static TheoryData<string, string, string, string> Nestings => new()
    {
        { "{", "", "}", "nested-too-deeply" },
        { "(", "a", ")", "nested-too-deeply" },
        { "[", "a", "]", "nested-too-deeply" },
        { "{ a: ", "1", "}", "nested-too-deeply" },
        { "not ", "a", "", "nested-too-deeply" },
        { "- ", "a", "", "nested-too-deeply" },
        { "if a then ", "b", " else c", "nested-too-deeply" },
        { "if ", "a", " then b else c", "nested-too-deeply" },
        { "any(a in b: ", "c", ")", "nested-too-deeply" },
        { "F(a: ", "b", ")", "nested-too-deeply" },
        { "a and ", "b", "", "nested-too-deeply" },
        { "a + ", "b", "", "nested-too-deeply" },
        { "a.", "b", "", "nested-too-deeply" },
        { "a == ", "b", "", "chained-comparison" },
        { "a ?? ", "b", "", "nested-too-deeply" },
        { "length(", "a", ")", "nested-too-deeply" },
        { "a.includes(", "b", ")", "nested-too-deeply" },
        { "a ? b : ", "c", "", "nested-too-deeply" },
        { "count(", "a", ")", "comprehension-without-item" },
    };

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Ten_thousand_levels_are_one_finding(string open, string inner, string close, string code)
    {
        var expression = string.Concat(Enumerable.Repeat(open, Many)) + inner + string.Concat(Enumerable.Repeat(close, Many));
        var tree = Corpus.Parse($"entity A {{\n  check B \"b\" {{ {expression} }}\n}}\nentity C {{\n  d: int\n}}\n");
        Assert.Contains(tree.Diagnostics, found => found.Code == code);
        Assert.Equal(tree.Source.Text, Corpus.Print(tree));
        Assert.Equal("C", tree.Root.Declarations[^1].Name.Text);
        Assert.NotEmpty(tree.Root.ToString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("entity A { ")]
    [InlineData("[")]
    [InlineData("/*\n")]
    [InlineData("\"\"\"\n")]
    [InlineData("\"\\u{\n")]
    [InlineData("@(")]
    [InlineData("public ")]
    [InlineData("entity A {\n")]
    [InlineData("/**/")]
    [InlineData("a: ")]
    [InlineData("sample A { b: \"{a}{")]
    public void A_long_run_of_one_piece_is_kept(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2 * Many));
        Assert.Equal(text, Corpus.Print(Corpus.Parse(text)));
        Assert.Equal("entity X { " + text, Corpus.Print(Corpus.Parse("entity X { " + text)));
    }

    [Fact]
    public void Findings_end_at_two_hundred()
    {
        var tree = Corpus.Parse(string.Concat(Enumerable.Repeat(";\n", Many)));
        Assert.Equal(200, tree.Diagnostics.Length);
        Assert.Single(tree.Diagnostics, found => !found.Notes.IsEmpty);
    }

    [Fact]
    public void Tokens_grow_with_the_text_and_the_tree_keeps_every_declaration()
    {
        var entity = "/// A thing.\nentity Thing {\n  name: text max 20 = \"a\" // why\n  access { read to anyone }\n}\n";
        var one = Corpus.Parse(entity);
        var many = Corpus.Parse(string.Concat(Enumerable.Repeat(entity, Many)));
        Assert.Empty(many.Diagnostics);
        Assert.Equal((Many * (one.Tokens.Length - 1)) + 1, many.Tokens.Length);
        Assert.Equal(Many, many.Root.Declarations.Length);
    }
}
