using System.Globalization;
using System.Text.RegularExpressions;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Diagnostics;

/// <summary>
/// A block of a page as a whole model: its files (one, or those that lines `// file: name.ashlar` open), and its
/// marks, which are cut out of the text so that they cannot disturb it. What would be unreadable on a page is written
/// another way: `&lt;U+200B>` stands for that character, and a line `// repeat 5000: text` for that many copies of
/// the text in one line; a mark that ends with `x20` counts for twenty findings.
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
            lines.Add(TextOf(MarkText().Replace(line, "").TrimEnd()));
            marks.AddRange(MarkText().Matches(line).SelectMany(found => MarksOf(found, path, lines.Count)));
        }

        var written = files.Where(file => file.Lines.Exists(line => line.Length > 0));
        return new PageModel([.. written.Select(file => new SourceFile(file.Path, string.Join('\n', file.Lines) + "\n"))], marks);
    }

    private static string TextOf(string line)
    {
        var text = Character().Replace(line, found => char.ConvertFromUtf32(NumberOf(found, "code", NumberStyles.HexNumber)));
        return Repeated().Match(text) is { Success: true } repeated
            ? string.Concat(Enumerable.Repeat(repeated.Groups["text"].Value, NumberOf(repeated, "count", NumberStyles.None)))
            : text;
    }

    private static IEnumerable<PageMark> MarksOf(Match found, string path, int line)
    {
        var isError = found.Groups["severity"].Value == "error";
        var mark = new PageMark(path, line, isError ? Severity.Error : Severity.Warning, found.Groups["code"].Value);
        return Enumerable.Repeat(mark, found.Groups["count"].Success ? NumberOf(found, "count", NumberStyles.None) : 1);
    }

    private static int NumberOf(Match found, string group, NumberStyles style) =>
        int.Parse(found.Groups[group].ValueSpan, style, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*// file: (?<path>\S+)$")]
    private static partial Regex FileLine();

    [GeneratedRegex(@"\s*//~ (?<severity>error|warning) (?<code>[a-z0-9-]+)( x(?<count>[0-9]+))?")]
    private static partial Regex MarkText();

    [GeneratedRegex("<U[+](?<code>[0-9A-F]{4,6})>")]
    private static partial Regex Character();

    [GeneratedRegex(@"^\s*// repeat (?<count>[0-9]+): (?<text>.+)$")]
    private static partial Regex Repeated();
}
