using System.Globalization;
using System.Text.RegularExpressions;
using Ashlar.EndToEnd.Tool;

namespace Ashlar.EndToEnd.Examples;

/// <summary>A generated system in a folder of its own, without this repository: as the team has it that owns it.</summary>
internal static partial class StandaloneSystem
{
    /// <summary>It builds without a warning, and its own tests hold on SQLite and on PostgreSQL.</summary>
    public static async Task Holds(string folder, string name, string postgres, int atLeast)
    {
        var build = await ProcessRun.Of("dotnet", ["build", $"{name}.slnx", "-nologo", "-v", "quiet"], folder: folder);
        Assert.True(build.Code == 0 && !build.Out.Contains("warning", StringComparison.Ordinal), build.Out + build.Error);

        var program = $"tests/{name}.Tests/bin/Debug/net10.0/{name}.Tests.dll";
        var tests = await ProcessRun.Bash($"cd '{folder}' && TEST_POSTGRES='{postgres}' dotnet exec {program} --no-progress");
        Assert.True(tests.Code == 0, tests.Out + tests.Error);
        var succeeded = int.Parse(Succeeded().Match(tests.Out).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.True(succeeded >= atLeast, tests.Out);
    }

    [GeneratedRegex(@"succeeded: (\d+)")]
    private static partial Regex Succeeded();
}
