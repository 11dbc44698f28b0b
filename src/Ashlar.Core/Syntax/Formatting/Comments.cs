namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The comments before a token.</summary>
/// <param name="Trailing">The comment on the line of the token before, or empty.</param>
/// <param name="Lines">Comments on lines of their own, and whether a blank line was written before each.</param>
/// <param name="EndsWithBlank">A blank line was written right before the token.</param>
internal sealed record Comments(string Trailing, IReadOnlyList<(string Text, bool IsAfterBlank)> Lines, bool EndsWithBlank)
{
    private static readonly Comments None = new("", [], EndsWithBlank: false);

    public static Comments Before(TokenMap map, int position)
    {
        var trivia = map.TriviaOf(position);
        return trivia.Contains('\n') || trivia.Contains('/') ? Read(trivia, isFileStart: position == 0) : None;
    }

    private static Comments Read(ReadOnlySpan<char> trivia, bool isFileStart)
    {
        var trailing = "";
        var lines = new List<(string, bool)>();
        var isAfterBlank = false;
        var isFirst = !isFileStart;
        var rest = trivia;
        while (rest.IndexOf('\n') is var end and >= 0)
        {
            var text = rest[..end].Trim().Trim('\ufeff').ToString();
            rest = rest[(end + 1)..];
            if (isFirst)
            {
                trailing = text;
            }
            else if (text.Length > 0)
            {
                lines.Add((text, isAfterBlank));
            }

            isAfterBlank = !isFirst && text.Length == 0;
            isFirst = false;
        }

        // At the end of the file, a comment may stand on a line without an end.
        var last = rest.Trim().Trim('\ufeff').ToString();
        if (last.Length == 0)
        {
            return new Comments(trailing, lines, isAfterBlank);
        }

        return isFirst
            ? new Comments(last, lines, EndsWithBlank: false)
            : new Comments(trailing, [.. lines, (last, isAfterBlank)], EndsWithBlank: false);
    }
}
