using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Plan;
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

    /// <summary>Files below `before/` are the model that is applied: then what the change asks is found as well.</summary>
    private static ImmutableArray<Diagnostic> Compile(IReadOnlyList<SourceFile> files)
    {
        var applied = files.Where(file => file.Path.StartsWith("before/", StringComparison.Ordinal)).ToList();
        var model = Compilation.Create(files.Except(applied));
        return applied.Count == 0 || model.HasErrors
            ? model.Diagnostics
            : [.. model.Diagnostics, .. ChangePlan.Of(Compilation.Create(applied), model).Findings];
    }
}
