using System.Text;
using System.Text.Json;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Rendering;

namespace Ashlar.Tests.Rendering;

/// <summary>One record, rendered for people, for logs and for programs.</summary>
public sealed class RendererTests
{
    private static readonly SourceFile Sales = new("sales.ashlar", "one\ntwo\n  check totl > 0\nfour\nfive\n  total: int\n");
    private static readonly SourceFile Crm = new("crm.ashlar", "a\nb\nc\nd\ne\nf\ng\nh\ni\nentity Customer\n");
    private static readonly SourceMap Sources = new([Sales, Crm], path => "shop/" + path);

    private static readonly Diagnostic Unknown =
        new Diagnostic("unknown-field", Severity.Error, "`Order` has no field `totl`", At(Sales, "totl"))
            .WithLabel("not a field of `Order`")
            .WithRelated(At(Sales, "total: int"), "this one is near")
            .WithRelated(At(Crm, "Customer"), "`Customer` has one too")
            .WithNote("two lines\nof note")
            .WithHelp("use `total`")
            .WithNearest(["total"])
            .WithFix(Fix.Replace(FixSafety.Safe, At(Sales, "totl"), "total", "replace `totl` with `total`"));

    [Fact]
    public void Pretty_shows_each_place_in_the_order_of_its_file() =>
        Assert.Equal(
            """
            error[unknown-field]: `Order` has no field `totl`
              --> shop/sales.ashlar:3:9
               |
             3 |   check totl > 0
               |         ^^^^ not a field of `Order`
            ...
             6 |   total: int
               |   ---------- this one is near
              --> shop/crm.ashlar:10:8
               |
            10 | entity Customer
               |        -------- `Customer` has one too
               = note: two lines
                       of note
               = help: use `total`
               = fix (safe): replace `totl` with `total`   (ashlar fix shop/sales.ashlar:3)

            """,
            Pretty(Unknown, Sources));

    [Fact]
    public void Concise_is_one_line_that_stands_alone() =>
        Assert.Equal(
            "shop/sales.ashlar:3:9: error[unknown-field]: `Order` has no field `totl` [use `total`]\n",
            new ConciseRenderer(Sources).Render(Unknown));

    [Fact]
    public void A_finding_about_the_whole_model_has_no_place()
    {
        var whole = new Diagnostic("no-api", Severity.Warning, "nothing is exposed", Location.None);
        Assert.Equal("warning[no-api]: nothing is exposed\n", Pretty(whole, Sources));
        Assert.Equal("warning[no-api]: nothing is exposed\n", new ConciseRenderer(Sources).Render(whole));
    }

    [Fact]
    public void An_unsafe_fix_names_the_switch_that_applies_it()
    {
        var risky = new Diagnostic("c", Severity.Warning, "m", At(Sales, "two"))
            .WithFix(Fix.Remove(FixSafety.Unsafe, At(Sales, "two"), "remove it"));
        AssertContains("fix (unsafe): remove it   (ashlar fix shop/sales.ashlar:2 --unsafe)", Pretty(risky, Sources));
    }

    [Fact]
    public void Json_holds_everything_that_a_finding_knows()
    {
        using var document = JsonDocument.Parse(Json(Unknown));
        var found = document.RootElement;
        Assert.Equal("error", found.GetProperty("severity").GetString());
        Assert.Equal("shop/sales.ashlar", found.GetProperty("file").GetString());
        Assert.Equal((3, 9), (Number(found, "line"), Number(found, "column")));
        Assert.Equal((3, 13), (Number(found, "endLine"), Number(found, "endColumn")));
        Assert.Equal([16, 20], found.GetProperty("span").EnumerateArray().Select(item => item.GetInt32()));
        Assert.Equal(["total"], found.GetProperty("nearest").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(10, Number(found.GetProperty("related")[1], "line"));
        var fix = found.GetProperty("fixes")[0];
        Assert.Equal("safe", fix.GetProperty("safety").GetString());
        Assert.Equal("total", fix.GetProperty("edits")[0].GetProperty("newText").GetString());
    }

    [Theory]
    [InlineData("\tx here", "x", "    x here", "    ^")]
    [InlineData("日本 x", "x", "日本 x", "     ^")]
    [InlineData("e\u0301 x", "x", "e\u0301 x", "  ^")]
    [InlineData("😀 x", "x", "😀 x", "   ^")]
    [InlineData("a\u001b[31m x", "x", "a␛[31m x", "       ^")]
    [InlineData("a\u202ex b", "x", "a�x b", "  ^")]
    public void A_mark_stands_below_its_text_whatever_the_characters(string line, string marked, string shown, string mark)
    {
        var file = new SourceFile("a.ashlar", line);
        var rendered = Pretty(new Diagnostic("c", Severity.Error, "m", At(file, marked)), new SourceMap([file], path => path));
        Assert.Equal(["  |", "1 | " + shown, "  | " + mark], rendered.Split('\n').Skip(2).Take(3));
    }

    [Fact]
    public void A_long_line_is_cut_around_the_mark()
    {
        var file = new SourceFile("a.ashlar", new string('a', 5000) + "HERE" + new string('b', 5000));
        var rendered = Pretty(new Diagnostic("c", Severity.Error, "m", At(file, "HERE")), new SourceMap([file], path => path));
        var (text, mark) = (rendered.Split('\n')[3], rendered.Split('\n')[4]);
        Assert.True(text.Length < 180);
        Assert.Equal("HERE", text.Substring(mark.IndexOf('^', StringComparison.Ordinal), mark.Count(letter => letter == '^')));
    }

    [Fact]
    public void A_span_over_several_lines_is_marked_to_the_end_of_the_first()
    {
        var two = new Diagnostic("c", Severity.Error, "m", new Location(Sales.Path, new TextSpan(0, 7)));
        AssertContains("1 | one\n  | ^^^\n", Pretty(two, Sources));
    }

    [Fact]
    public void A_span_at_the_end_of_the_file_has_a_mark()
    {
        var end = new Diagnostic("c", Severity.Error, "m", new Location(Sales.Path, new TextSpan(Sales.Text.Length, 0)));
        AssertContains("7 |\n  | ^\n", Pretty(end, Sources));
    }

    [Fact]
    public void Colour_is_written_only_when_asked_for()
    {
        Assert.DoesNotContain('\u001b', Pretty(Unknown, Sources));
        var coloured = new PrettyRenderer(Sources, new Palette(HasColour: true)).Render(Unknown);
        AssertContains("\u001b[1;31merror[unknown-field]\u001b[0m", coloured);
    }

    private static void AssertContains(string part, string whole) => Assert.Contains(part, whole, StringComparison.Ordinal);

    private static string Pretty(Diagnostic diagnostic, SourceMap sources) =>
        new PrettyRenderer(sources, new Palette(HasColour: false)).Render(diagnostic);

    private static string Json(Diagnostic diagnostic)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            new JsonRenderer(Sources).Write(json, diagnostic);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static Location At(SourceFile file, string text) =>
        new(file.Path, new TextSpan(file.Text.IndexOf(text, StringComparison.Ordinal), text.Length));
}
