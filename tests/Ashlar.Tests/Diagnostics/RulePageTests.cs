using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Diagnostics;

/// <summary>Walks all rules and all pages.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Where(IsTried).Select(rule => rule.Code)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        var expected = RuleCatalogue.All.Select(rule => RuleCatalogue.ResourceOf(rule.GetType()));
        Assert.Equal(expected.Order(StringComparer.Ordinal), RuleCatalogue.PageResources().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_of_a_rule_does_what_it_says(string code)
    {
        var rule = RuleCatalogue.Find(code);
        Assert.NotNull(rule);
        Assert.Equal("", string.Join("\n", new PageTester(Compile).Test(rule, RuleCatalogue.PageOf(rule))));
    }

    private static bool IsTried(Rule rule) =>
        rule.GetType().Namespace?.StartsWith("Ashlar.Core.Syntax", StringComparison.Ordinal) == true;

    private static List<Diagnostic> Compile(IReadOnlyList<SourceFile> files) =>
        [.. files.SelectMany(file => Parser.Parse(file).Diagnostics)];
}
