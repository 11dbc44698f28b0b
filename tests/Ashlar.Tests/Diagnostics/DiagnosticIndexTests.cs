using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Diagnostics;

public sealed class DiagnosticIndexTests
{
    private const string Index = "docs/diagnostics.md";

    [Fact]
    public void The_index_of_the_documents_lists_every_finding()
    {
        if (Environment.GetEnvironmentVariable("ASHLAR_ACCEPT") == "1")
        {
            File.WriteAllText(Repository.PathOf(Index), DiagnosticIndex.Text());
        }

        Assert.True(Repository.Read(Index) == DiagnosticIndex.Text(), $"{Index} is not up to date: run ./dev accept");
    }

    [Fact]
    public void Every_finding_belongs_to_a_group() => Findings.None(DiagnosticIndex.Ungrouped());
}
