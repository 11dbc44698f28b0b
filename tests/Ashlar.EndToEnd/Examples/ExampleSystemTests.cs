using System.Text.RegularExpressions;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Examples;

/// <summary>
/// The committed examples, taken out of this repository as a team would have them: they build without a warning, and their
/// own tests (a good and a bad request for every rule and permission) hold on SQLite and on PostgreSQL.
/// </summary>
public sealed partial class ExampleSystemTests(PostgresServer postgres)
{
    [Theory]
    [InlineData("bookshop", "Bookshop")]
    [InlineData("helpdesk", "Helpdesk")]
    public async Task An_example_stands_alone_and_holds_its_rules_on_both_databases(string example, string name)
    {
        using var folder = new TemporaryFolder();
        var copy = folder.PathOf(example);
        var source = Checkout.PathOf($"examples/{example}");
        await ProcessRun.Bash($"cp -r '{source}' '{copy}' && find '{copy}' -name bin -o -name obj | xargs rm -rf");

        var build = await ProcessRun.Of("dotnet", ["build", $"{name}.slnx", "-nologo", "-v", "quiet"], folder: copy);
        Assert.True(build.Code == 0 && !build.Out.Contains("warning", StringComparison.Ordinal), build.Out + build.Error);

        var address = await postgres.CreateDatabaseAsync();
        var program = $"tests/{name}.Tests/bin/Debug/net10.0/{name}.Tests.dll";
        var tests = await ProcessRun.Bash($"cd '{copy}' && TEST_POSTGRES='{address}' dotnet exec {program} --no-progress");
        Assert.True(tests.Code == 0, tests.Out + tests.Error);
        Assert.True(int.Parse(Succeeded().Match(tests.Out).Groups[1].ValueSpan, null) > 100, tests.Out);
    }

    [GeneratedRegex(@"succeeded: (\d+)")]
    private static partial Regex Succeeded();
}
