using System.Diagnostics;
using System.Globalization;

namespace Ashlar.Bench;

/// <summary>The built tool as a process of its own, started anew for each figure: check a folder, then build it.</summary>
internal static class ColdBench
{
    private const int Rounds = 3;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    public static async Task<int> RunAsync(string[] sizes)
    {
        var counts = (sizes.Length == 0 ? ["10", "100", "1000"] : sizes)
            .Select(size => int.Parse(size, CultureInfo.InvariantCulture))
            .ToList();
        var uses = counts.ToDictionary(count => count, _ => (Check: new List<Use>(), Build: new List<Use>()));
        using var scratch = Scratch.Create();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var count in counts)
            {
                var folder = scratch.Folder($"{count}-{round}");
                ModelFolder.Write(count, folder);
                uses[count].Check.Add(await OnceAsync("check", folder));
                uses[count].Build.Add(await OnceAsync("build", folder));
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine("| entities | check s | CPU s | peak MB | build s | CPU s | peak MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var count in counts)
        {
            Console.WriteLine($"| {count} | {Row(uses[count].Check)} | {Row(uses[count].Build)} |");
        }

        return 0;
    }

    private static async Task<Use> OnceAsync(string command, string folder)
    {
        var clock = Stopwatch.StartNew();
        using var process = Programs.Start("dotnet", ["exec", Repository.Tool, command, folder], environment: null);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        // What a process has used can be read while it is there: the last look is up to one glance before its end.
        var use = new Use(0, 0, 0);
        while (!process.HasExited)
        {
            use = Looked(process, use);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(Glance));
        }

        return process.ExitCode == 0
            ? use with { Seconds = clock.Elapsed.TotalSeconds }
            : throw new InvalidOperationException($"{command} ended with {process.ExitCode}:\n{await output}{await errors}");
    }

    private static Use Looked(Process process, Use last)
    {
        try
        {
            return new Use(0, ProcessUse.CpuSeconds(process.Id), ProcessUse.Megabytes(process.Id, "VmHWM"));
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It ended between the question and the look.
            return last;
        }
    }

    private static string Row(List<Use> uses) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median(uses, use => use.Seconds):0.00} | {Median(uses, use => use.Cpu):0.00} "
            + $"| {Median(uses, use => use.Megabytes):0}");

    private static double Median(List<Use> uses, Func<Use, double> measure) =>
        uses.Select(measure).Order().ElementAt(uses.Count / 2);

    private sealed record Use(double Seconds, double Cpu, double Megabytes);
}
