using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Ashlar.Bench;

/// <summary>`ashlar run` with an editor beside it: from saving a changed field to serving the system that has it.</summary>
internal static class EditBench
{
    private const int Edits = 7;
    private const int WarmUps = 2;

    public static async Task<int> RunAsync(string[] sizes)
    {
        using var scratch = Scratch.Create();
        Console.WriteLine("| system | first answer s | edit to serving s |");
        Console.WriteLine("|---|---|---|");
        var bookshop = scratch.Folder("bookshop");
        Directory.CreateDirectory(Path.Combine(bookshop, "model"));
        foreach (var file in Directory.GetFiles(Repository.At("examples", "bookshop", "model")))
        {
            File.Copy(file, Path.Combine(bookshop, "model", Path.GetFileName(file)));
        }

        await MeasureAsync("bookshop", bookshop, "catalog.ashlar", "text? max 4000");
        foreach (var size in sizes.Length == 0 ? ["10", "50"] : sizes)
        {
            var folder = scratch.Folder($"grown-{size}");
            ModelFolder.Write(int.Parse(size, CultureInfo.InvariantCulture), folder);
            await MeasureAsync($"{size} grown entities", folder, "m0000.ashlar", "text max 100");
        }

        return 0;
    }

    private static async Task MeasureAsync(string name, string folder, string file, string bound)
    {
        var clock = Stopwatch.StartNew();
        using var run = Programs.Start("dotnet", ["exec", Repository.Tool, "run", folder, "--json"], environment: null);
        run.ErrorDataReceived += (_, _) => { };
        run.BeginErrorReadLine();
        try
        {
            await ServingAsync(run);
            var first = clock.Elapsed.TotalSeconds;
            var times = await EditAsync(run, Path.Combine(folder, "model", file), bound);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {first:0.00} | {times.Order().ElementAt(times.Count / 2):0.00} |"));
        }
        finally
        {
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }
    }

    /// <summary>Gives a text another bound, again and again.</summary>
    private static async Task<List<double>> EditAsync(Process run, string path, string bound)
    {
        var text = await File.ReadAllTextAsync(path);
        var end = text.IndexOf(bound, StringComparison.Ordinal) is >= 0 and var at
            ? at + bound.Length
            : throw new InvalidOperationException($"{path} has no `{bound}`");
        var times = new List<double>();
        for (var edit = 1; edit <= WarmUps + Edits; edit++)
        {
            var clock = Stopwatch.StartNew();
            await File.WriteAllTextAsync(path, text[..(end - 1)] + $"{edit}" + text[end..]);
            await ServingAsync(run);
            if (edit > WarmUps)
            {
                times.Add(clock.Elapsed.TotalSeconds);
            }
        }

        return times;
    }

    private static async Task ServingAsync(Process run)
    {
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            var happened = JsonDocument.Parse(line).RootElement.GetProperty("event").GetString();
            if (happened == "serving")
            {
                return;
            }

            throw new InvalidOperationException($"expected to serve, but: {line}");
        }

        throw new InvalidOperationException("the run ended");
    }
}
