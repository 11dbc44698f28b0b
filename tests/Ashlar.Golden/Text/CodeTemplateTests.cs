using Ashlar.Emit.Text;

namespace Ashlar.Golden.Text;

public sealed class CodeTemplateTests
{
    private static readonly Code Empty = Code.Empty;

    [Fact]
    public void A_hole_of_several_lines_keeps_the_indentation_of_its_line()
    {
        var body = Code.Lines([Code.Of($"first"), Code.Of($""), Code.Of($"a\n\n    b")]);

        var text = Code.Of($"""
            if (x)
                /**/{body}
            end
            """).Text;

        Assert.Equal("if (x)\n    /**/first\n    a\n\n        b\nend", text);
    }

    [Fact]
    public void An_empty_hole_alone_on_a_line_removes_the_line() =>
        Assert.Equal("a\nb", Code.Of($"a\n    {Empty} {Empty}\nb").Text);

    [Fact]
    public void An_empty_hole_beside_text_keeps_the_line() =>
        Assert.Equal("a\n    ;\nb", Code.Of($"a\n    {Empty};\nb").Text);

    [Fact]
    public void An_empty_hole_on_the_last_line_leaves_no_line_end() =>
        Assert.Equal("a", Code.Of($"a\n\n    {Empty}").Text);

    [Fact]
    public void A_removed_line_does_not_double_a_blank_line() =>
        Assert.Equal("a\n\nb", Code.Of($"a\n\n{Empty}\n\nb").Text);

    [Fact]
    public void A_removed_line_leaves_no_blank_line_at_the_edge_of_a_block()
    {
        Assert.Equal("{\n    b\n}", Code.Of($$"""
            {
                {{Empty}}

                b
            }
            """).Text);
        Assert.Equal("{\n    b\n}", Code.Of($$"""
            {
                b

                {{Empty}}
            }
            """).Text);
    }

    [Fact]
    public void Blank_lines_that_the_template_wrote_stay() => Assert.Equal("a\n\n\nb", Code.Of($"a\n\n\nb").Text);

    [Fact]
    public void A_join_leaves_out_what_is_empty() =>
        Assert.Equal("a, b", Code.Join([Code.Of($"a"), Code.Empty, Code.Of($"b")], ", ").Text);

    [Fact]
    public void Words_of_the_language_are_escaped() => Assert.Equal("Shop.@class", Code.Of($"{Ident.Of("Shop.class")}").Text);

    [Theory]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("")]
    [InlineData("a;b")]
    public void What_cannot_be_an_identifier_is_none(string name) => Assert.Throws<ArgumentException>(() => Ident.Of(name));

    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\r\n\t\0", "\"\\r\\n\\t\\u0000\"")]
    [InlineData("{0}", "\"{0}\"")]
    [InlineData("\u202e\u2028", "\"\\u202e\\u2028\"")]
    public void A_text_literal_is_escaped(string value, string expected) => Assert.Equal(expected, Lit.Of(value).Text);

    [Fact]
    public void A_raw_literal_has_a_longer_fence_than_its_text() =>
        Assert.Equal("\"\"\"\"\na \"\"\" b\nc\n\"\"\"\"", Lit.Raw("a \"\"\" b\nc").Text);

    [Fact]
    public void Documentation_is_escaped_for_xml() =>
        Assert.Equal("/// <summary>a &lt;b&gt; &amp; \"c\" it's</summary>", Doc.Summary("a <b> & \"c\" it's").Text);
}
