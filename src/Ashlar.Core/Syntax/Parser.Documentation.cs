using System.Text;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private const string DocumentationMark = "///";

    /// <summary>The lines that begin with `///` before a token, without the slashes.</summary>
    private string Documentation(Token token)
    {
        var trivia = _source.Text.AsSpan(token.Trivia.Start, token.Trivia.Length);
        return trivia.IndexOf(DocumentationMark) < 0 ? "" : DocumentationIn(trivia, isFileStart: token.FullStart == 0);
    }

    private static string DocumentationIn(ReadOnlySpan<char> trivia, bool isFileStart)
    {
        var text = new StringBuilder();
        var isLineStart = isFileStart;
        foreach (var range in trivia.Split('\n'))
        {
            var line = trivia[range].Trim().TrimStart('\ufeff');
            if (isLineStart && line.StartsWith(DocumentationMark))
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(line[DocumentationMark.Length..].Trim());
            }

            isLineStart = true;
        }

        return text.ToString();
    }
}
