using System.Text.RegularExpressions;

namespace Ashlar.Tests.Architecture;

/// <summary>Clients are written against the codes of refusals, so the documents list every one that the kernel gives.</summary>
public sealed partial class RefusalTableTests
{
    [Fact]
    public void The_table_of_refusals_lists_every_code_of_the_kernel()
    {
        var table = Repository.Read("docs/language/api.md");
        var codes = Repository.Files("src/Ashlar.Kernel", "*.cs")
            .SelectMany(file => Code().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(codes.Count > 15, $"only {codes.Count} codes were found");
        Findings.None(codes.Where(code => !table.Contains($"`{code}`", StringComparison.Ordinal)));
    }

    [GeneratedRegex("""\("([a-z-]+)", (?:\d{3}|StatusCodes\.)""")]
    private static partial Regex Code();
}
