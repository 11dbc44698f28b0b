using Ashlar.Core.Model;

namespace Ashlar.Tests.Model;

public sealed class SampleBindingTests
{
    private const string Rows = """
        role Editor granted by Editor
        enum Format { Hardcover, Paperback }
        type Size { width: int   height: int = 5   note: text? max 9 }
        type Tag = text max 9
        entity Person principal plural "people" { email: email unique   password: password max 99 }
        entity Part { text: text max 9   access as row }
        entity Row {
          title: text max 9   format: Format = Paperback   size: Size?   tags: Tag[] max 3   parts: Part[] owned max 9
          writer: Person readonly = caller on delete cascade   friends: Person[] linked   number: int generated sequence
          status: state { initial Open   Open -> Done   final Done }
          twice: int computed { 2 }
          access { create to signed in }
        }
        sample ann: Person as Editor { email: "ann@shop.example", password: "correct horse" }
        """;

    [Fact]
    public void A_sample_holds_constants_references_links_and_owned_rows()
    {
        const string parts = "[{ text: \"x\" }, { text: \"y\" }]";
        var sample = SampleOf($"title: \"A\", writer: ann, friends: [ann], parts: {parts}, size: {{ width: 3 }}, status: Done");
        Assert.Equal(["title", "writer", "friends", "parts", "size", "status"], sample.Values.Select(value => value.Field));
        Assert.Equal(new SampleReference("ann"), sample.Values[1].Content);
        Assert.Equal(new SampleLinks(["ann"]), sample.Values[2].Content);
        Assert.Equal(2, Assert.IsType<SampleRows>(sample.Values[3].Content).Rows.Count);
        var constant = Assert.IsType<SampleConstant>(sample.Values[4].Content);
        var size = Assert.IsType<Core.Model.Expressions.ObjectLiteral>(constant.Value);
        Assert.Equal(["width", "height", "note"], size.Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData("title: \"A\", writer: ann", "")]
    [InlineData("title: \"A\", writer: ann, size: null, tags: [\"a\", \"b\"]", "")]
    [InlineData("title: \"A\"", "missing-value: { title: \"A\" }")]
    [InlineData("title: 5, writer: ann", "type-mismatch: 5")]
    [InlineData("title: \"A\", writer: bob", "unknown-sample: bob")]
    [InlineData("title: \"A\", writer: \"ann\"", "sample-form: \"ann\"")]
    [InlineData("title: \"A\", writer: ann, friends: ann", "sample-form: ann")]
    [InlineData("title: \"A\", writer: ann, friends: [bob]", "unknown-sample: bob")]
    [InlineData("title: \"A\", writer: ann, parts: [5]", "sample-form: 5")]
    [InlineData("title: \"A\", writer: ann, parts: [{ }]", "missing-value: { }")]
    [InlineData("title: \"A\", writer: ann, parts: [{ text: \"x\", row: ann }]", "not-settable: row")]
    [InlineData("title: \"A\", writer: ann, number: 3", "not-settable: number")]
    [InlineData("title: \"A\", writer: ann, twice: 3", "not-settable: twice")]
    [InlineData("title: \"A\", writer: ann, status: Lost", "unknown-value: Lost")]
    [InlineData("title: \"A\", writer: ann, format: Softcover", "unknown-value: Softcover")]
    [InlineData("title: \"A\", writer: ann, colour: 3", "unknown-field: colour")]
    [InlineData("title: \"A\", title: \"B\", writer: ann", "duplicate-member: title")]
    [InlineData("title: \"A\", writer: ann, size: { height: 3 }", "missing-value: { height: 3 }")]
    [InlineData("title: \"A\", writer: ann, size: { width: 3, depth: 3 }", "unknown-field: depth")]
    public void A_sample_is_checked(string values, string finding)
    {
        Assert.Equal(finding, string.Join('|', Models.Findings($"{Rows}\nsample Row {{ {values} }}")));
    }

    private static Sample SampleOf(string values)
    {
        var compilation = Models.Compile($"{Rows}\nsample Row {{ {values} }}");
        Assert.Empty(compilation.Diagnostics.Select(found => found.Message));
        return compilation.Model.Samples[1];
    }
}
