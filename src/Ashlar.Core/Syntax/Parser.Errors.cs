using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

/// <summary>What an API answers where it refuses something.</summary>
public sealed partial class Parser
{
    /// <summary>`errors { errors: { "{subject}": messages } }`.</summary>
    private ErrorsSyntax ParseErrors()
    {
        var start = Take().Span.Start;
        var body = ParseErrorObject(Current.Span.Start);
        return new ErrorsSyntax(body, SpanFrom(start));
    }

    private ErrorObjectSyntax ParseErrorObject(int start)
    {
        var members = ImmutableArray.CreateBuilder<ErrorMemberSyntax>();
        if (_depth == DeepestNesting)
        {
            SkipTooDeep();
        }
        else
        {
            _depth++;
            ParseItems("the error", () => members.Add(ParseErrorMember()), areTexts: true);
            _depth--;
        }

        return new ErrorObjectSyntax(members.DrainToImmutable(), SpanFrom(start));
    }

    private ErrorMemberSyntax ParseErrorMember()
    {
        var start = Current.Span.Start;
        var subject = Kind == TokenKind.Text ? ParseTextExpression() : null;
        var name = subject is null ? TakeName() : null;
        Expect(TokenKind.Colon);
        var value = ParseErrorValue();
        return new ErrorMemberSyntax(value, SpanFrom(start)) { Name = name, Subject = subject };
    }

    private ErrorValueSyntax ParseErrorValue()
    {
        if (Kind == TokenKind.OpenBrace)
        {
            return ParseErrorObject(Current.Span.Start);
        }

        if (Kind == TokenKind.Text && ParseText() is { } text)
        {
            return new ErrorTextSyntax(text, text.Span);
        }

        var word = ParseName();
        return new ErrorWordSyntax(word, word.Span);
    }

    /// <summary>`refusals { Taken status 409 message "is taken" }`.</summary>
    private RefusalsSyntax ParseRefusals()
    {
        var start = Take().Span.Start;
        var items = ImmutableArray.CreateBuilder<RefusalSyntax>();
        var block = OpenBlock("`refusals`");
        while (InBlock(ref block) && !AtWord("expose"))
        {
            items.Add(ParseRefusal());
        }

        CloseBlock(block);
        return new RefusalsSyntax(items.DrainToImmutable(), SpanFrom(start));
    }

    private RefusalSyntax ParseRefusal()
    {
        var name = ParseName();
        var refusal = new RefusalSyntax(name, name.Span);
        while (Kind == TokenKind.Word)
        {
            var word = Current;
            if (TryTakeWord("status"))
            {
                ReportRepeated(word, refusal.Status is not null);
                refusal = refusal with { Status = ParseNumber() };
            }
            else if (TryTakeWord("message"))
            {
                ReportRepeated(word, refusal.Message is not null);
                refusal = refusal with { Message = ParseText() };
            }
            else if (TryTakeWord("about"))
            {
                ReportRepeated(word, refusal.About is not null);
                refusal = refusal with { About = ParseText() };
            }
            else
            {
                break;
            }
        }

        return refusal with { Span = SpanFrom(name.Span.Start) };
    }
}
