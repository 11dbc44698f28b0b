using Ashlar.Core.Model;
using Ashlar.Tool;
using Ashlar.Tool.Commands;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tests.Commands;

public sealed class RunReportTests : IDisposable
{
    private readonly StringWriter _out = new();

    public void Dispose() => _out.Dispose();

    [Fact]
    public void A_reload_says_when_the_rows_are_other_ones()
    {
        var report = new RunReport(new Terminal(TextReader.Null, _out, TextWriter.Null), OutputFormat.Pretty);
        Tell(report, "a.db", isReload: false);
        Tell(report, "a.db", isReload: true);
        Tell(report, "b.db", isReload: true);
        Tell(report, "b.db", isReload: true);

        var reloads = $"{_out}".Split('\n').Where(line => line.Contains("reloaded", StringComparison.Ordinal)).ToList();
        Assert.Equal([false, true, false], reloads.Select(line => line.Contains("other rows", StringComparison.Ordinal)));
        Assert.Contains("b.db", reloads[1], StringComparison.Ordinal);
    }

    private static void Tell(RunReport report, string database, bool isReload) => report.Tell(
        SystemFolder.Of("."),
        new LiveEvent.Serving(new SystemModel("Shop"), "http://127.0.0.1:1", database, TimeSpan.FromSeconds(1), isReload));
}
