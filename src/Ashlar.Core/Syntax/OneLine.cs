using System.Text;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>A part of a file as it is shown in a sentence: without line breaks and comments.</summary>
internal static class OneLine
{
    public static string Of(SourceFile source, TextSpan span)
    {
        var line = new StringBuilder();
        var end = span.Start;
        foreach (var token in Lexer.Lex(source.Text, span, new SyntaxReport(source)))
        {
            if (token.Kind != TokenKind.EndOfFile)
            {
                line.Append(token.Span.Start > end ? " " : "").Append(source.Slice(token.Span));
                end = token.Span.End;
            }
        }

        return line.ToString();
    }
}
