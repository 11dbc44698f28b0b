namespace Ashlar.Tests.Architecture;

/// <summary>An empty list or a failure that shows every line of it; the library's own message stops after a few.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var lines = findings.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines.Take(100)));
    }
}
