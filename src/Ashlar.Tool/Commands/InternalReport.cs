using System.Globalization;
using System.Text.Json;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>
/// A defect of ashlar's own: said as such, with a file that lets somebody find it. The file has no text of the model in
/// it: what was asked, where it broke, and with which version.
/// </summary>
internal static class InternalReport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static int Write(Terminal terminal, IReadOnlyList<string> words, Exception defect)
    {
        var format = words.Contains("--json") ? OutputFormat.Json : OutputFormat.Pretty;
        var answer = new Answer(CommandIn(words)) { Findings = [Describe(words, defect)] };
        var output = format == OutputFormat.Json ? terminal.Out : terminal.Error;
        new AnswerWriter(output, format, new Palette(terminal.HasColour)).Write(answer, ExitCode.Internal);
        return ExitCode.Internal;
    }

    private static Diagnostic Describe(IReadOnlyList<string> words, Exception defect)
    {
        var replay = Replay(words, defect);
        var found = Diagnostic.Of<Rules.Internal>(Location.None, $"ashlar failed while running `{CommandIn(words)}`")
            .WithNote($"this is a defect in ashlar {ToolVersion.Text}, not in the model");
        return replay.Length > 0
            ? found.WithNote($"a replay without the model is in `{replay}`").WithHelp("report it with that file")
            : found.WithNote(Place(defect)).WithHelp("report it with this text");
    }

    /// <summary>Addresses of databases have passwords in them.</summary>
    private static IEnumerable<string> WithoutAddresses(IEnumerable<string> words) =>
        words.Select(word => IsAddress(word) ? "…" : word);

    private static bool IsAddress(string word) =>
        word.Contains("://", StringComparison.Ordinal) || word.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private static string CommandIn(IEnumerable<string> words) => words.FirstOrDefault(word => !word.StartsWith('-')) ?? "";

    /// <summary>The path of the file; empty where none could be written.</summary>
    private static string Replay(IReadOnlyList<string> words, Exception defect)
    {
        var content = JsonSerializer.Serialize(
            new
            {
                version = ToolVersion.Text,
                runtime = Environment.Version.ToString(),
                arguments = WithoutAddresses(words),
                exception = defect.GetType().FullName,
                place = Place(defect).Split('\n'),
            },
            Readable);
        var folder = SystemFolder.Of(words.Skip(1).FirstOrDefault(word => Directory.Exists(word) || File.Exists(word)) ?? ".");
        var name = $".ashlar/crash-{ContentHash.Of(Place(defect))[..8]}.json";
        return Disk.Attempt(
            () =>
            {
                Directory.CreateDirectory(folder.PrivateFolder);
                File.WriteAllText(folder.PathOf(name), content + "\n");
                return folder.Display(name);
            },
            refusal => string.Empty);
    }

    // Where several things ran side by side, the first that broke says more than the place that waited for them.
    private static string Place(Exception defect)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{defect.GetType().FullName}\n{defect.StackTrace}");
        return defect.InnerException is { } inner ? $"{Place(inner)}\nin {place}" : place;
    }
}
