using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>
/// Texts. The escapes are `\"`, `\\`, `\n`, `\t`, `\{`, `\}` and `\u{1F600}`; `{expression}` is a hole where the place
/// allows one.
/// </summary>
public sealed partial class Parser
{
    private TextSpan ContentOf(Token token)
    {
        var text = TextOf(token);
        var isClosed = text.Length > 1 && text[^1] == text[0];
        return new TextSpan(token.Span.Start + 1, text.Length - (isClosed ? 2 : 1));
    }

    /// <summary>What stands between the quotation marks, as it is.</summary>
    private string RawText(Token token) => _source.Slice(ContentOf(token));

    /// <summary>The value of a text that has no holes.</summary>
    private string PlainText(Token token)
    {
        var content = ContentOf(token);
        var raw = _source.Text.AsSpan(content.Start, content.Length);
        if (raw.IndexOfAny('\\', '{') < 0)
        {
            return raw.ToString();
        }

        var value = new StringBuilder(content.Length);
        var position = content.Start;
        while (position < content.End)
        {
            if (_source.Text[position] == '{')
            {
                ReportHole(position);
            }

            position = AppendUnit(position, content.End, value);
        }

        return value.ToString();
    }

    private void ReportHole(int position) =>
        ReportHabit(_report.Finding<HoleNotAllowed>(new TextSpan(position, 1), "`{` begins a hole, and this text cannot have one")
            .WithHelp("write `\\{` for the character")
            .WithFix(_report.Inserting(position, "\\", "write `\\{`")));

    private ExpressionSyntax ParseTextExpression()
    {
        var token = Take();
        var content = ContentOf(token);
        if (HasHole(_source.Text.AsSpan(content.Start, content.Length)))
        {
            return ParseTemplate(token.Span, content);
        }

        return new LiteralSyntax(LiteralKind.Text, PlainText(token), token.Span);
    }

    private static bool HasHole(ReadOnlySpan<char> content)
    {
        while (content.IndexOfAny('\\', '{') is var found and >= 0)
        {
            if (content[found] == '{')
            {
                return true;
            }

            var escaped = content[found..].StartsWith("\\u{") ? 3 : 2;
            content = content[Math.Min(found + escaped, content.Length)..];
        }

        return false;
    }

    private TemplateSyntax ParseTemplate(TextSpan span, TextSpan content)
    {
        var parts = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var literal = new StringBuilder();
        var literalStart = content.Start;
        var position = content.Start;
        var height = 1;
        while (position < content.End)
        {
            if (_source.Text[position] != '{')
            {
                position = AppendUnit(position, content.End, literal);
                continue;
            }

            AddLiteral(parts, literal, TextSpan.FromBounds(literalStart, position));
            var hole = HoleAt(position, content.End);
            parts.Add(hole.End == content.End ? new MissingExpressionSyntax(hole) : ParseHole(hole));
            height = Math.Max(height, _height);
            position = hole.End + 1;
            literalStart = Math.Min(position, content.End);
        }

        AddLiteral(parts, literal, TextSpan.FromBounds(literalStart, content.End));
        _height = height + 1;
        return new TemplateSyntax(parts.DrainToImmutable(), span);
    }

    private static void AddLiteral(ImmutableArray<ExpressionSyntax>.Builder parts, StringBuilder literal, TextSpan span)
    {
        if (literal.Length > 0)
        {
            parts.Add(new LiteralSyntax(LiteralKind.Text, literal.ToString(), span));
            literal.Clear();
        }
    }

    /// <summary>What stands between the braces of a hole; without a closing brace, all that is left of the text.</summary>
    private TextSpan HoleAt(int open, int end)
    {
        var length = _source.Text.AsSpan(open, end - open).IndexOf('}');
        if (length >= 0)
        {
            return TextSpan.FromBounds(open + 1, open + length);
        }

        ReportHabit(_report.Finding<UnclosedHole>(new TextSpan(open, 1), "the hole that begins here is not closed in its text")
            .WithHelp("close it with `}`, or write `\\{` for the character")
            .WithFix(_report.Inserting(open, "\\", "write `\\{`")));
        return TextSpan.FromBounds(open + 1, end);
    }

    private ExpressionSyntax ParseHole(TextSpan hole)
    {
        var inner = new Parser(_source, Lexer.Lex(_source.Text, hole, _report), _report, _words) { _depth = _depth + 1 };
        return inner.ParseHoleExpression(this, hole);
    }

    private ExpressionSyntax ParseHoleExpression(Parser outer, TextSpan hole)
    {
        if (Kind == TokenKind.EndOfFile)
        {
            ReportHabit(_report.Finding<MissingExpression>(new TextSpan(hole.Start - 1, 1), "an expression is missing after `{`")
                .WithHelp("write what the hole shows"));
            outer._height = 1;
            return new MissingExpressionSyntax(hole);
        }

        var expression = ParseExpression();
        if (Kind != TokenKind.EndOfFile)
        {
            ReportTrailing("the hole");
        }

        outer._height = _height;
        outer._positional.AddRange(_positional);
        return expression;
    }

    /// <summary>Adds one unit or escape to the value and gives the offset behind it.</summary>
    private int AppendUnit(int position, int end, StringBuilder value)
    {
        if (_source.Text[position] != '\\')
        {
            value.Append(_source.Text[position]);
            return position + 1;
        }

        var escaped = position + 1 < end ? _source.Text[position + 1] : '\0';
        switch (escaped)
        {
            case '"' or '\\' or '{' or '}':
                value.Append(escaped);
                return position + 2;
            case 'n':
                value.Append('\n');
                return position + 2;
            case 't':
                value.Append('\t');
                return position + 2;
            case 'u':
                return AppendCodePoint(position, end, value);
            default:
                ReportEscape(TextSpan.FromBounds(position, Math.Min(position + 2, end)));
                return Math.Min(position + 2, end);
        }
    }

    private int AppendCodePoint(int position, int end, StringBuilder value)
    {
        var digits = position + 3;
        var hasBrace = position + 2 < end && _source.Text[position + 2] == '{';
        var length = hasBrace
            ? _source.Text.AsSpan(digits, Math.Min(8, end - digits)).IndexOf('}')
            : -1;
        if (length is >= 1 and <= 6
            && int.TryParse(
                _source.Text.AsSpan(digits, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)
            && Rune.IsValid(point))
        {
            value.Append(new Rune(point).ToString());
            return digits + length + 1;
        }

        var broken = TextSpan.FromBounds(position, Math.Min(position + (hasBrace ? 3 : 2), end));
        ReportEscape(broken);
        return broken.End;
    }

    private void ReportEscape(TextSpan span)
    {
        var shown = Show(span);
        ReportHabit(_report.Finding<UnknownEscape>(span, $"{shown} is not an escape")
            .WithHelp("use `\\\"`, `\\\\`, `\\n`, `\\t`, `\\{`, `\\}` or `\\u{1F600}`")
            .WithFix(_report.Inserting(span.Start, "\\", "write a backslash for itself")));
    }
}
