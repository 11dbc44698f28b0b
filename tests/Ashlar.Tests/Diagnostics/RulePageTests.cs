using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Diagnostics;

/// <summary>Walks all rules and all pages.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Select(rule => rule.Code)];

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
        Findings.None(new PageTester(files => Compile(files)).Test(rule, RuleCatalogue.PageOf(rule)));
    }

    private static ImmutableArray<Diagnostic> Compile(IReadOnlyList<SourceFile> files) => Compilation.Create(files).Diagnostics;
}
