using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>What the outside sees of an operation: its address, the members of its request, its reply.</summary>
public sealed partial class Parser
{
    /// <summary>`at PUT "/books/{book.isbn}"`.</summary>
    private AddressSyntax ParseAddress()
    {
        var start = Take().Span.Start;
        var method = ParseName();
        ExpressionSyntax path = Kind == TokenKind.Text ? ParseTextExpression() : MissingPath();
        return new AddressSyntax(method, path, SpanFrom(start));
    }

    private MissingExpressionSyntax MissingPath()
    {
        ParseText();
        return new(Gap);
    }

    /// <summary>`body { article: { title, body: text } }`.</summary>
    private BodySyntax ParseRequestBody()
    {
        var start = Take().Span.Start;
        return ParseBodyObject(start);
    }

    private BodySyntax ParseNestedBody()
    {
        var start = Current.Span.Start;
        if (_depth == DeepestNesting)
        {
            SkipTooDeep();
            return new BodySyntax([], SpanFrom(start));
        }

        _depth++;
        var body = ParseBodyObject(start);
        _depth--;
        return body;
    }

    private BodySyntax ParseBodyObject(int start)
    {
        var members = ImmutableArray.CreateBuilder<BodyMemberSyntax>();
        ParseItems("the body", () => members.Add(ParseBodyMember()));
        return new BodySyntax(members.DrainToImmutable(), SpanFrom(start));
    }

    private BodyMemberSyntax ParseBodyMember()
    {
        var name = TakeName();
        var member = new BodyMemberSyntax(name, name.Span);
        if (!TryTake(TokenKind.Colon))
        {
            return member;
        }

        member = Kind == TokenKind.OpenBrace
            ? member with { Nested = ParseNestedBody() }
            : member with { Field = ParseName() };
        return member with { Span = SpanFrom(name.Span.Start) };
    }

    /// <summary>`reply 201 { book: BookPage of book }`.</summary>
    private ReplySyntax ParseReply()
    {
        var start = Take().Span.Start;
        var reply = new ReplySyntax(default);
        if (Kind is TokenKind.Integer or TokenKind.Decimal)
        {
            reply = reply with { Status = ParseNumber() };
        }

        if (reply.Status is null || Kind == TokenKind.OpenBrace || AtShapeOfReply)
        {
            reply = reply with { Value = ParseReplyValue() };
        }

        return reply with { Span = SpanFrom(start) };
    }

    /// <summary>No shape is called like what may stand behind a reply.</summary>
    private bool AtShapeOfReply =>
        Kind == TokenKind.Word && !AtEndpointPart && EndpointAt(Current) is null && !AtWord("run") && !AtWord("expose");

    private ReplyValueSyntax ParseReplyValue()
    {
        var start = Current.Span.Start;
        if (Kind == TokenKind.OpenBrace)
        {
            return ParseReplyObject(start);
        }

        if (Kind == TokenKind.Text)
        {
            return new ReplyConstantSyntax(Current.Span) { Text = ParseText() };
        }

        if (Kind == TokenKind.Integer)
        {
            return new ReplyConstantSyntax(Current.Span) { Number = ParseNumber() };
        }

        if (TextOf(Current) is "true" or "false" or "null")
        {
            return new ReplyConstantSyntax(Current.Span) { Word = TakeName() };
        }

        if (TextOf(Current) is "total" or "next" && !IsWord(Peek(1), "of"))
        {
            var word = TakeName();
            return new ReplyWordSyntax(word, word.Span);
        }

        var shape = ParseQualifiedName();
        var source = TryTakeWord("of") ? ParseName() : null;
        return new ReplyRowSyntax(shape, source, SpanFrom(start));
    }

    private ReplyObjectSyntax ParseReplyObject(int start)
    {
        var members = ImmutableArray.CreateBuilder<ReplyMemberSyntax>();
        if (_depth == DeepestNesting)
        {
            SkipTooDeep();
        }
        else
        {
            _depth++;
            ParseItems("the reply", () => members.Add(ParseReplyMember()));
            _depth--;
        }

        return new ReplyObjectSyntax(members.DrainToImmutable(), SpanFrom(start));
    }

    private ReplyMemberSyntax ParseReplyMember()
    {
        var name = TakeName();
        Expect(TokenKind.Colon);
        return new ReplyMemberSyntax(name, ParseReplyValue(), SpanFrom(name.Span.Start));
    }
}
