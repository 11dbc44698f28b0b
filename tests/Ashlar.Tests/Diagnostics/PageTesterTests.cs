using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Diagnostics;

/// <summary>Tests the tester: each planted defect of a page or of a message is complained about, and nothing else is.</summary>
public sealed class PageTesterTests
{
    private const string GoodPage = """
        # planted-rule

        It matters.

        ## Fails

        ```ashlar
        entity Book { wrong }   //~ error planted-rule
        ```

        ## Passes

        ```ashlar
        entity Book { right }
        ```

        ## Fix

        Write `right`.
        """;

    [Fact]
    public void A_good_page_has_no_complaint() => Assert.Empty(ComplaintsOf(GoodPage));

    [Fact]
    public void A_block_may_hold_several_files_repeated_text_and_unreadable_characters()
    {
        var model = PageModel.Parse("one\n// file: b.ashlar\n// repeat 3: ab\n<U+0000>x  //~ warning some-rule x2\n");
        Assert.Equal(["model.ashlar", "b.ashlar"], model.Files.Select(file => file.Path));
        Assert.Equal(["one\n", "ababab\n\0x\n"], model.Files.Select(file => file.Text));
        Assert.Equal(Enumerable.Repeat(new PageMark("b.ashlar", 2, Severity.Warning, "some-rule"), 2), model.Marks);
    }

    [Fact]
    public void A_missing_page_is_a_complaint() =>
        Assert.Contains("has no page", Assert.Single(TesterOf(Good).Test(new PlantedRule(), page: null)));

    [Theory]
    [InlineData("# planted-rule", "# planted", "the title is")]
    [InlineData("It matters.", "", "no paragraph")]
    [InlineData("## Fails", "## Fail", "no block under Fails")]
    [InlineData("## Passes", "## Pass", "no block under Passes")]
    [InlineData("Write `right`.", "", "nothing stands under Fix")]
    [InlineData("   //~ error planted-rule", "", "not marked: error planted-rule in line 1")]
    [InlineData("   //~ error planted-rule", "", "no line is marked")]
    [InlineData("//~ error planted-rule", "//~ warning planted-rule", "not found: warning planted-rule")]
    [InlineData("//~ error planted-rule", "//~ error planted-rule //~ warning other-rule", "not found: warning other-rule")]
    [InlineData("{ right }", "{ wrong }", "Passes 1: not marked")]
    public void A_planted_defect_of_the_page_is_a_complaint(string good, string planted, string complaint)
    {
        var page = GoodPage.Replace(good, planted, StringComparison.Ordinal);
        Assert.NotEqual(GoodPage, page);
        Assert.Contains(ComplaintsOf(page), found => found.Contains(complaint, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> BadWording => new()
    {
        { new string('x', 101), "101 characters" },
        { "", "0 characters" },
        { "Something is wrong", "neither lower-case" },
        { "this is wrong.", "full stop" },
        { "this is an invalid word", "says `invalid`" },
        { "this is wrong, please mend it", "says `please`" },
        { "the field unitPrice is wrong", "without backticks" },
        { "this is wrong, use `right`", "advises" },
        { "`wrong` should be `right`", "advises" },
    };

    [Theory]
    [MemberData(nameof(BadWording))]
    public void A_planted_message_is_a_complaint(string message, string complaint) =>
        AssertComplaint(found => found with { Message = message }, complaint);

    [Theory]
    [InlineData("The word", "neither lower-case")]
    [InlineData("this word.", "full stop")]
    public void A_planted_label_is_a_complaint(string label, string complaint)
    {
        AssertComplaint(found => found.WithLabel(label), complaint);
        AssertComplaint(found => found.WithRelated(found.Location, label), complaint);
    }

    [Theory]
    [InlineData("maybe `right` is meant", "does not start with a verb")]
    [InlineData("use `rihgt`", "nowhere in the model")]
    [InlineData("use `right`.", "full stop")]
    public void A_planted_help_is_a_complaint(string help, string complaint) =>
        AssertComplaint(found => found with { Helps = [help] }, complaint);

    [Fact]
    public void A_help_may_name_a_word_of_the_language() =>
        Assert.Empty(ComplaintsOf(file => Good(file).Select(found => found with { Helps = ["add `readonly`"] }), GoodPage));

    [Theory]
    [InlineData(3, 0, "is empty")]
    [InlineData(0, 500, "outside the file")]
    public void A_planted_span_is_a_complaint(int start, int length, string complaint) =>
        AssertComplaint(found => found with { Location = found.Location with { Span = new TextSpan(start, length) } }, complaint);

    [Fact]
    public void A_span_over_two_constructs_is_a_complaint()
    {
        const string Book = "entity Book { wrong }";
        var page = GoodPage.Replace(Book, $"entity Author {{ }}\n{Book}", StringComparison.Ordinal);
        var complaints = ComplaintsOf(file => Good(file).Select(found => MarkWhole(found, file)), page);
        Assert.Contains(complaints, found => found.Contains("longer than one construct", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_in_no_file_of_the_model_is_a_complaint() =>
        AssertComplaint(found => found with { Location = found.Location with { Path = "other.ashlar" } }, "no file of the model");

    [Fact]
    public void A_fix_that_leaves_the_finding_is_a_complaint() =>
        AssertComplaint(found => found with { Fixes = [ReplaceBy(found, "still wrong")] }, "leaves `planted-rule`");

    [Fact]
    public void A_fix_that_adds_a_finding_is_a_complaint() =>
        AssertComplaint(found => found with { Fixes = [ReplaceBy(found, "worse")] }, "adds `planted-other`");

    [Fact]
    public void A_fix_without_an_edit_is_a_complaint() =>
        AssertComplaint(found => found with { Fixes = [new Fix(FixSafety.Safe, "do nothing", [])] }, "no edit");

    private static void AssertComplaint(Func<Diagnostic, Diagnostic> change, string complaint)
    {
        var complaints = ComplaintsOf(file => Good(file).Select(change), GoodPage);
        Assert.Contains(complaints, found => found.Contains(complaint, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> ComplaintsOf(string page) => ComplaintsOf(Good, page);

    private static IReadOnlyList<string> ComplaintsOf(Func<SourceFile, IEnumerable<Diagnostic>> compile, string page) =>
        TesterOf(compile).Test(new PlantedRule(), Page.Parse(page));

    private static Diagnostic MarkWhole(Diagnostic found, SourceFile file) =>
        found with { Location = found.Location with { Span = new TextSpan(0, file.Text.Length) } };

    private static PageTester TesterOf(Func<SourceFile, IEnumerable<Diagnostic>> compile) =>
        new(files => [.. files.SelectMany(compile)]);

    /// <summary>A compiler of one rule: the words `wrong` and `worse` are findings.</summary>
    private static IEnumerable<Diagnostic> Good(SourceFile file)
    {
        var wrong = file.Text.IndexOf("wrong", StringComparison.Ordinal);
        if (wrong >= 0)
        {
            var found = Diagnostic.Of<PlantedRule>(new Location(file.Path, new TextSpan(wrong, 5)), "`wrong` is not `right`");
            yield return found.WithLabel("this word").WithHelp("write `wrong` another way").WithFix(ReplaceBy(found, "right"));
        }

        var worse = file.Text.IndexOf("worse", StringComparison.Ordinal);
        if (worse >= 0)
        {
            yield return Diagnostic.Of<PlantedOther>(new Location(file.Path, new TextSpan(worse, 5)), "`worse` is not `right`");
        }
    }

    private static Fix ReplaceBy(Diagnostic found, string text) =>
        Fix.Replace(FixSafety.Safe, found.Location, text, "replace the word");

    private sealed class PlantedRule : Rule;

    private sealed class PlantedOther : Rule;
}
