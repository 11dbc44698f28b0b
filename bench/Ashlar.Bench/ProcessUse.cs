using System.Globalization;

namespace Ashlar.Bench;

/// <summary>What a running process has used, from /proc.</summary>
internal static class ProcessUse
{
    // The unit of /proc on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of processor time, in user and system mode, of all threads.</summary>
    public static double CpuSeconds(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        // The name of the program may hold spaces; it ends at the last bracket.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    /// <summary>Megabytes of memory, resident at this moment (<c>VmRSS</c>) or at most so far (<c>VmHWM</c>).</summary>
    public static double Megabytes(int process, string measure)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(measure, StringComparison.Ordinal));
        return Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024.0;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
