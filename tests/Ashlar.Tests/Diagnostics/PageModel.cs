using System.Text.RegularExpressions;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Diagnostics;

/// <summary>
/// A block of a page as a whole model: its files (one, or those that lines `// file: name.ashlar` open), and its
/// marks, which are cut out of the text so that they cannot disturb it.
/// </summary>
internal sealed partial record PageModel(IReadOnlyList<SourceFile> Files, IReadOnlyList<PageMark> Marks)
{
    public static PageModel Parse(string block)
    {
        var files = new List<(string Path, List<string> Lines)> { ("model.ashlar", []) };
        var marks = new List<PageMark>();
        foreach (var line in block.TrimEnd('\n').Split('\n'))
        {
            if (FileLine().Match(line) is { Success: true } opened)
            {
                files.Add((opened.Groups["path"].Value, []));
                continue;
            }

            var (path, lines) = files[^1];
            lines.Add(MarkText().Replace(line, "").TrimEnd());
            marks.AddRange(MarkText().Matches(line).Select(found => MarkOf(found, path, lines.Count)));
        }

        var written = files.Where(file => file.Lines.Exists(line => line.Length > 0));
        return new PageModel([.. written.Select(file => new SourceFile(file.Path, string.Join('\n', file.Lines) + "\n"))], marks);
    }

    private static PageMark MarkOf(Match found, string path, int line)
    {
        var isError = found.Groups["severity"].Value == "error";
        return new PageMark(path, line, isError ? Severity.Error : Severity.Warning, found.Groups["code"].Value);
    }

    [GeneratedRegex(@"^\s*// file: (?<path>\S+)$")]
    private static partial Regex FileLine();

    [GeneratedRegex(@"\s*//~ (?<severity>error|warning) (?<code>[a-z0-9-]+)")]
    private static partial Regex MarkText();
}
