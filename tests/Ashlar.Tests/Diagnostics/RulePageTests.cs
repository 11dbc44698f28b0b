using Ashlar.Core.Diagnostics;

namespace Ashlar.Tests.Diagnostics;

public sealed class RulePageTests
{
    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        var expected = RuleCatalogue.All.Select(rule => $"pages/{rule.GetType().Name}.md");
        Assert.Equal(expected.Order(StringComparer.Ordinal), RuleCatalogue.PageResources().Order(StringComparer.Ordinal));
    }
}
