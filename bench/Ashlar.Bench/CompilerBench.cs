using System.Diagnostics;
using System.Globalization;
using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Emit;

namespace Ashlar.Bench;

/// <summary>Checks and generates models of growing size in one process, interleaved, and prints medians.</summary>
internal static class CompilerBench
{
    private const int Rounds = 7;

    public static int Run(string[] sizes)
    {
        var models = (sizes.Length == 0 ? ["10", "100", "1000"] : sizes)
            .Select(size => int.Parse(size, CultureInfo.InvariantCulture))
            .Select(size => (Size: size, Files: FilesOf(size)))
            .ToList();
        var times = models.ToDictionary(model => model.Size, _ => (Check: new List<double>(), Generate: new List<double>()));

        // The first two rounds warm the process up.
        for (var round = -2; round < Rounds; round++)
        {
            foreach (var (size, files) in models)
            {
                var (check, generate) = Once(files);
                if (round >= 0)
                {
                    times[size].Check.Add(check);
                    times[size].Generate.Add(generate);
                }
            }
        }

        Print(times.OrderBy(pair => pair.Key).Select(pair => (pair.Key, Median(pair.Value.Check), Median(pair.Value.Generate))));
        return 0;
    }

    private static List<SourceFile> FilesOf(int size) =>
        [.. GrownModel.OfSize(size).Select(file => new SourceFile(file.Path, file.Text))];

    private static (double Check, double Generate) Once(IReadOnlyList<SourceFile> files)
    {
        var clock = Stopwatch.StartNew();
        var compilation = Compilation.Create(files);
        var check = clock.Elapsed.TotalMilliseconds;
        if (compilation.HasErrors)
        {
            throw new InvalidOperationException(compilation.Diagnostics.First(found => found.IsError).Message);
        }

        clock.Restart();
        SystemEmitter.Emit(compilation.Model);
        return (check, clock.Elapsed.TotalMilliseconds);
    }

    private static void Print(IEnumerable<(int Size, double Check, double Generate)> rows)
    {
        Console.WriteLine("| entities | check ms | ms per 100 | generate ms | ms per 100 | peak MB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        using var process = Process.GetCurrentProcess();
        foreach (var (size, check, generate) in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {size} | {check:0.0} | {check * 100 / size:0.0} "
                    + $"| {generate:0.0} | {generate * 100 / size:0.0} | {process.PeakWorkingSet64 >> 20} |"));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
