using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Examples;

/// <summary>
/// The committed examples, taken out of this repository: their tests are a good and a bad request for every rule and
/// permission.
/// </summary>
public sealed class ExampleSystemTests(PostgresServer postgres)
{
    [Theory]
    [InlineData("bookshop", "Bookshop", 600)]
    [InlineData("helpdesk", "Helpdesk", 600)]
    [InlineData("conduit", "Conduit", 140)]
    public async Task An_example_stands_alone_and_holds_its_rules_on_both_databases(string example, string name, int atLeast)
    {
        using var folder = new TemporaryFolder();
        var copy = folder.PathOf(example);
        var source = Checkout.PathOf($"examples/{example}");
        await ProcessRun.Bash($"cp -r '{source}' '{copy}' && find '{copy}' -name bin -o -name obj | xargs rm -rf");
        await StandaloneSystem.Holds(copy, name, await postgres.CreateDatabaseAsync(), atLeast);
    }
}
