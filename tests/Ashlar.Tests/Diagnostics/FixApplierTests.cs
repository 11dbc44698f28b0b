using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Diagnostics;

public sealed class FixApplierTests
{
    private static readonly SourceFile[] Files = [new("a.ashlar", "one two three"), new("b.ashlar", "four")];

    [Fact]
    public void Safe_fixes_of_several_findings_and_files_are_applied()
    {
        var third = Found(Replace("a.ashlar", 8, 5, "3"));
        var first = Found(Replace("a.ashlar", 0, 3, "1"));
        var result = FixApplier.ApplySafe(Files, [third, first, Found(Replace("b.ashlar", 0, 4, "4"))]);
        Assert.Equal(["1 two 3", "4"], result.Files.Select(file => file.Text));
        Assert.Equal(3, result.Applied.Length);
        Assert.Empty(result.Waiting);
    }

    [Fact]
    public void An_unsafe_fix_is_applied_only_when_asked_for()
    {
        var found = Found(Replace("a.ashlar", 0, 3, "1") with { Safety = FixSafety.Unsafe });
        Assert.Equal("one two three", FixApplier.ApplySafe(Files, [found]).Files[0].Text);
        Assert.Equal("1 two three", FixApplier.ApplyAll(Files, [found]).Files[0].Text);
    }

    [Fact]
    public void Only_the_first_allowed_fix_of_a_finding_is_applied()
    {
        var notAllowed = Replace("a.ashlar", 0, 3, "x") with { Safety = FixSafety.Unsafe };
        var found = Found(notAllowed, Replace("a.ashlar", 0, 3, "y"), Replace("a.ashlar", 4, 3, "z"));
        Assert.Equal("y two three", FixApplier.ApplySafe(Files, [found]).Files[0].Text);
    }

    [Fact]
    public void A_fix_that_overlaps_an_earlier_one_waits_whole()
    {
        var elsewhere = new TextEdit("b.ashlar", new TextSpan(0, 4), "4");
        var crossing = new Fix(FixSafety.Safe, "both", [elsewhere, new TextEdit("a.ashlar", new TextSpan(2, 4), "-")]);
        var result = FixApplier.ApplySafe(Files, [Found(Replace("a.ashlar", 0, 3, "1")), Found(crossing)]);
        Assert.Equal(["1 two three", "four"], result.Files.Select(file => file.Text));
        Assert.Single(result.Waiting);
    }

    [Fact]
    public void Two_insertions_at_one_place_are_not_guessed_an_order()
    {
        var result = FixApplier.ApplySafe(Files, [Found(Replace("a.ashlar", 3, 0, "A")), Found(Replace("a.ashlar", 3, 0, "B"))]);
        Assert.Equal("oneA two three", result.Files[0].Text);
        Assert.Single(result.Waiting);
    }

    [Fact]
    public void The_same_edit_wanted_twice_is_applied_once()
    {
        var result = FixApplier.ApplySafe(Files, [Found(Replace("a.ashlar", 3, 0, "A")), Found(Replace("a.ashlar", 3, 0, "A"))]);
        Assert.Equal("oneA two three", result.Files[0].Text);
        Assert.Equal(2, result.Applied.Length);
    }

    [Fact]
    public void A_file_without_an_edit_stays_the_same_object() =>
        Assert.Same(Files[1], FixApplier.ApplySafe(Files, [Found(Replace("a.ashlar", 0, 3, "1"))]).Files[1]);

    private static Fix Replace(string path, int start, int length, string text) =>
        Fix.Replace(FixSafety.Safe, new Location(path, new TextSpan(start, length)), text, "replace");

    private static Diagnostic Found(params Fix[] fixes) =>
        new("planted", Severity.Error, "planted", new Location("a.ashlar", new TextSpan(0, 1))) { Fixes = [.. fixes] };
}
