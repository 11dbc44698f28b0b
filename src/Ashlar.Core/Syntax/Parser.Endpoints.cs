using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private EndpointSyntax ParseEndpoint(EndpointKind kind)
    {
        var word = Take();
        var endpoint = new EndpointSyntax(kind, word.Span, word.Span);
        if (TryTakeWord("with"))
        {
            endpoint = endpoint with { With = ParseNames() };
        }

        if (AtWord("at"))
        {
            endpoint = endpoint with { At = ParseAddress() };
        }

        if (Kind == TokenKind.OpenBrace || (SeemsInside && AtEndpointPart))
        {
            var block = OpenBlock($"`{TextOf(word)}`");
            while (InBlock(ref block) && !AtNextEndpoint)
            {
                endpoint = ParseEndpointPart(endpoint);
            }

            CloseBlock(block);
        }

        return endpoint with { Span = SpanFrom(word.Span.Start) };
    }

    /// <summary>The line starts another operation, or what the API exposes next.</summary>
    private bool AtNextEndpoint =>
        AtWord("expose") || (IsFirstOnLine(_position) && (AtWord("run") || EndpointAt(Current) is not null));

    private bool AtEndpointPart =>
        TextOf(Current) is "only" or "filter" or "sort" or "search" or "page" or "include" or "body" or "reply";

    private EndpointSyntax ParseEndpointPart(EndpointSyntax endpoint)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "only":
                ReportRepeated(word, endpoint.Only is not null);
                return endpoint with { Only = ParseOnly() };
            case "filter":
                Take();
                return ParseFilter(endpoint, word.Span.Start);
            case "sort":
                Take();
                return ParseSorts(endpoint);
            case "search":
                ReportRepeated(word, endpoint.Search is not null);
                return endpoint with { Search = Take().Span };
            case "page":
                Take();
                ReportRepeated(word, endpoint.Page is not null || endpoint.ByOffset is not null);
                return ParsePage(endpoint);
            case "include":
                Take();
                return endpoint with { Includes = endpoint.Includes.AddRange(ParseNames()) };
            case "reply":
                ReportRepeated(word, endpoint.Reply is not null);
                return endpoint with { Reply = ParseReply() };
            case "body":
                ReportRepeated(word, endpoint.Body is not null);
                return endpoint with { Body = ParseRequestBody() };
            default:
                SkipUnknownWord("an operation", ["only", "filter", "sort", "search", "page", "include", "body", "reply"]);
                return endpoint;
        }
    }

    /// <summary>`only to signed in where caller in article.author.readers`; one of the two parts may be left out.</summary>
    private OnlySyntax ParseOnly()
    {
        var start = Take().Span.Start;
        var only = new OnlySyntax(default);
        if (AtWord("where"))
        {
            only = only with { Where = ParseWhere() };
        }
        else
        {
            ExpectWord("to");
            ExpectWord("signed");
            ExpectWord("in");
            only = only with { IsToSignedIn = true, Where = ParseWhere() };
        }

        return only with { Span = SpanFrom(start) };
    }

    /// <summary>`sort price, title default createdAt desc`; the choices may be none.</summary>
    private EndpointSyntax ParseSorts(EndpointSyntax endpoint)
    {
        if (!AtWord("default") || Peek(1).Kind != TokenKind.Word)
        {
            endpoint = endpoint with { Sorts = endpoint.Sorts.AddRange(ParseNames()) };
        }

        var word = Current;
        if (!TryTakeWord("default"))
        {
            return endpoint;
        }

        ReportRepeated(word, endpoint.Order is not null);
        return endpoint with { Order = ParseName(), IsOrderDescending = TryTakeWord("desc") };
    }

    /// <summary>`page 20 max 100` or `page by offset default 20 max 100`.</summary>
    private EndpointSyntax ParsePage(EndpointSyntax endpoint)
    {
        if (TryTakeWord("by"))
        {
            var offset = Current.Span;
            ExpectWord("offset");
            endpoint = endpoint with { ByOffset = offset, Page = TryTakeWord("default") ? ParseNumber() : null };
        }
        else
        {
            endpoint = endpoint with { Page = ParseNumber() };
        }

        return endpoint with { PageMax = TryTakeWord("max") ? ParseNumber() : null };
    }

    /// <summary>`filter format, author` or, with a parameter, `filter tag: TagName { tag in book.tags }`.</summary>
    private EndpointSyntax ParseFilter(EndpointSyntax endpoint, int start)
    {
        if (!AtFieldStart)
        {
            return endpoint with { Filters = endpoint.Filters.AddRange(ParseNames()) };
        }

        var name = TakeName();
        Take();
        var type = ParseTypeRef();
        var condition = ParseBracedExpression("the filter");
        var filter = new NamedFilterSyntax(name, type, condition, SpanFrom(start));
        return endpoint with { NamedFilters = endpoint.NamedFilters.Add(filter) };
    }

    /// <summary>`run PlaceOrder, CancelOrder { reply OrderPage of order }`: the block holds for each of them.</summary>
    private IEnumerable<RunEndpointSyntax> ParseRuns()
    {
        var start = Take().Span.Start;
        var actions = ParseQualifiedNames();
        var address = AtWord("at") ? ParseAddress() : null;
        BodySyntax? body = null;
        ReplySyntax? reply = null;
        if (Kind == TokenKind.OpenBrace || (SeemsInside && (AtWord("reply") || AtWord("body"))))
        {
            var block = OpenBlock("`run`");
            while (InBlock(ref block) && !AtNextEndpoint)
            {
                if (AtWord("reply"))
                {
                    ReportRepeated(Current, reply is not null);
                    reply = ParseReply();
                }
                else if (AtWord("body"))
                {
                    ReportRepeated(Current, body is not null);
                    body = ParseRequestBody();
                }
                else
                {
                    SkipUnknownWord("`run`", ["body", "reply"]);
                }
            }

            CloseBlock(block);
        }

        var span = SpanFrom(start);
        return actions.Select(action => new RunEndpointSyntax(action, span) { At = address, Body = body, Reply = reply });
    }
}
