using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Loops, branches and conditions as other languages write them.</summary>
public sealed partial class Parser
{
    /// <summary>`for (const line of order.lines)`: the bracket, which is to be closed before the block; else nothing.</summary>
    private Token? TakeLoopBracket()
    {
        if (AtWord("each") && Peek(1).Kind == TokenKind.Word && !IsWord(Peek(1), "in"))
        {
            ReportStatement(Current, "remove it", Removing(Current));
            Take();
        }

        var open = Kind == TokenKind.OpenParenthesis && Peek(1).Kind == TokenKind.Word ? Take() : (Token?)null;
        if (TextOf(Current) is "const" or "var" or "let" && Peek(1).Kind == TokenKind.Word && !IsWord(Peek(1), "in"))
        {
            ReportStatement(Current, "remove it", Removing(Current));
            Take();
        }

        return open;
    }

    /// <summary>`in` between the name and what a loop goes over.</summary>
    private void ExpectIn()
    {
        if (AtWord("of"))
        {
            ReportStatement(Current, "write `in`", _report.Replacing(Current.Span, "in", "write `in`"));
            Take();
        }
        else
        {
            ExpectWord("in");
        }
    }

    private void CloseLoopBracket(Token? open)
    {
        if (open is null || Kind != TokenKind.CloseParenthesis)
        {
            return;
        }

        var close = Take();
        ReportHabit(_report.Finding<ForeignStatement>(open.Value.Span, "`(` opens no loop")
            .WithHelp("remove the round brackets")
            .WithFix(new Fix(FixSafety.Safe, "remove the round brackets", [
                new TextEdit(_source.Path, open.Value.Span, ""),
                new TextEdit(_source.Path, close.Span, ""),
            ])));
    }

    /// <summary>
    /// No brace, and a statement that stands on the line of what it belongs to, or is indented deeper than that.
    /// </summary>
    private bool AtBareStatements => Kind == TokenKind.Word
        && (IsFirstOnLine(_position)
            ? Indentation(_position) > Indentation(_position - 1) && !AtDeclaration && !AtActionPart
            : AtStatement && !IsClosedOnLine);

    /// <summary>`if condition delete line`, or statements that only their indentation puts below it.</summary>
    private ImmutableArray<StatementSyntax> ParseBareStatements(string owner)
    {
        var (before, start, findings) = (Previous, Current.Span.Start, _report.Count);
        var (isBlock, indentation) = (IsFirstOnLine(_position), Indentation(_position - 1));
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        _depth++;
        do
        {
            if (ParseStatement(owner) is { } statement)
            {
                statements.Add(statement);
            }
        }
        while (isBlock && !AtBlockEnd && Kind == TokenKind.Word && Indentation(_position) > indentation && !AtActionPart);
        _depth--;
        var end = Previous.Span.End;
        var isClosed = isBlock && Kind == TokenKind.CloseBrace && Indentation(_position) >= indentation && TryTake(Kind);
        var found = _report.Finding<MissingPunctuation>(before.Span, $"`{{` is missing after {Show(before)}")
            .WithHelp("write the steps between `{` and `}`");
        var edits = new List<TextEdit> { new(_source.Path, new TextSpan(before.Span.End, 0), " {") };
        if (!isClosed)
        {
            edits.Add(new TextEdit(_source.Path, new TextSpan(end, 0), isBlock ? "\n}" : " }"));
        }

        ReportHabit(findings != _report.Count
            ? found
            : found.WithFix(new Fix(FixSafety.Safe, isClosed ? "write `{`" : "write `{` and `}`", new([.. edits]))));
        return statements.DrainToImmutable();
    }

    /// <summary>The line closes more braces than it opens, so that one of its `{` is missing.</summary>
    private bool IsClosedOnLine
    {
        get
        {
            const int farthest = 256;
            var balance = 0;
            var position = FirstOnLineOf(_position);
            for (var end = Math.Min(position + farthest, _tokens.Length); position < end; position++)
            {
                if (position > _position && IsFirstOnLine(position))
                {
                    break;
                }

                var kind = _tokens[position].Kind;
                balance += kind == TokenKind.OpenBrace ? 1 : kind == TokenKind.CloseBrace ? -1 : 0;
            }

            return balance < 0;
        }
    }

    /// <summary>`if condition then {`.</summary>
    private void SkipThen()
    {
        if (AtWord("then") && Peek(1).Kind == TokenKind.OpenBrace)
        {
            ReportStatement(Current, "remove it: the block follows the condition", Removing(Current));
            Take();
        }
    }

    /// <summary>`elif`, which goes on like `else if`; it stays to be read.</summary>
    private bool ReportForeignElse()
    {
        var isOneWord = TextOf(Current) is "elif" or "elsif" or "elseif";
        if (isOneWord)
        {
            ReportStatement(Current, "write `else if`", _report.Replacing(Current.Span, "else if", "write `else if`"));
        }

        return isOneWord;
    }

    /// <summary>`move order.status = Placed`, `-> Placed`: the mark before the new state.</summary>
    private bool ExpectTo()
    {
        if (Kind is not (TokenKind.Assign or TokenKind.Arrow))
        {
            SkipBeforeTo();
            return ExpectWord("to");
        }

        var mark = Take();
        ReportHabit(_report.Finding<ForeignOperator>(mark.Span, $"{Show(mark)} moves nothing")
            .WithHelp("write `to`")
            .WithFix(_report.Replacing(mark.Span, "to", "write `to`")));
        return true;
    }

    /// <summary>Reads over what stands before the `to` of the same line and does not belong there.</summary>
    private void SkipBeforeTo()
    {
        const int farthest = 12;
        var distance = 0;
        while (distance < farthest && Peek(distance).Kind is TokenKind.Word or TokenKind.Comma && !IsWord(Peek(distance), "to")
            && !IsFirstOnLine(Math.Min(_position + distance, _tokens.Length - 1)))
        {
            distance++;
        }

        if (distance > 0 && IsWord(Peek(distance), "to"))
        {
            ReportTrailing("the statement");
            _position += distance;
        }
    }

    /// <summary>A name, a message and a brace: `require` written like the `check` of an entity.</summary>
    private bool AtRequireLikeCheck =>
        Peek(1).Kind == TokenKind.Word && Peek(2).Kind == TokenKind.Text && Peek(3).Kind == TokenKind.OpenBrace;

    private RequireSyntax ParseRequireLikeCheck()
    {
        var word = Take();
        var name = TakeName();
        var message = ParseText();
        var condition = ParseBracedExpression("the condition");
        var span = SpanFrom(word.Span.Start);
        var written = $"require {_source.Slice(condition.Span)} else {name.Text} {_source.Slice(message?.Span ?? default)}";
        ReportUnlessBroken(_report.Finding<RequireLikeCheck>(word.Span.To(name.Span), "the name stands before the condition")
            .WithHelp("write the condition, then `else`, the name and the message")
            .WithFix(_report.Replacing(span, written, "write the condition first")));
        return new RequireSyntax(condition, name, message, span);
    }

    /// <summary>`else throw Empty "…"`.</summary>
    private void SkipThrow()
    {
        if (Kind == TokenKind.Word && TextOf(Current) is "throw" or "raise" or "fail" && Peek(1).Kind == TokenKind.Word)
        {
            ReportStatement(Current, "remove it", Removing(Current));
            Take();
        }
    }

    /// <summary>The message behind the name; `Empty: "…"` and `Empty("…")` have marks around it that mean nothing.</summary>
    private TextSyntax? ParseMessage()
    {
        if (Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.OpenParenthesis && Peek(1).Kind == TokenKind.Text)
        {
            var mark = Take();
            var message = ParseText();
            ReportMessageMark(mark, " ");
            if (mark.Kind == TokenKind.OpenParenthesis && Kind == TokenKind.CloseParenthesis)
            {
                ReportMessageMark(Take(), "");
            }

            return message;
        }

        return ParseText();
    }

    private void ReportMessageMark(Token mark, string instead) =>
        ReportHabit(_report.Finding<UnexpectedText>(mark.Span, $"{Show(mark)} does not belong to the message")
            .WithHelp("remove it")
            .WithFix(_report.Replacing(mark.Span, instead, "remove it")));
}
