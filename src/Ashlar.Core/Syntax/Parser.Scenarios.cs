using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>Inside of a scenario, where the first word of a part that opens a line ends what was being read.</summary>
    private bool _isInScenario;

    private ScenarioSyntax ParseScenario(int start)
    {
        Take();
        var title = ParseText();
        var parts = ImmutableArray.CreateBuilder<ScenarioPartSyntax>();
        _isInScenario = true;
        var block = OpenBlock("the scenario");
        while (InBlock(ref block))
        {
            ParseScenarioPart(parts);
        }

        CloseBlock(block);
        _isInScenario = false;
        var name = title is null ? MissingName : new NameSyntax("", title.Span);
        return new ScenarioSyntax(name, title, parts.DrainToImmutable(), SpanFrom(start));
    }

    private void ParseScenarioPart(ImmutableArray<ScenarioPartSyntax>.Builder parts)
    {
        switch (TextOf(Current))
        {
            case "given":
                ParseGiven(parts);
                break;
            case "as":
                parts.Add(ParseAs());
                break;
            case "then":
                parts.Add(ParseThen());
                break;
            case "after":
                parts.Add(ParseAfter());
                break;
            case "together":
                parts.Add(ParseTogether());
                break;
            case "when":
                parts.Add(ParseDouble());
                break;
            case "receive":
                parts.Add(ParseReceive());
                break;
            default:
                SkipUnknownPart("a scenario", Vocabulary.ScenarioParts.All);
                break;
        }
    }

    private void SkipUnknownPart(string owner, ImmutableArray<string> known)
    {
        if (Kind == TokenKind.Word)
        {
            ReportUnknownWord($"in {owner}", known);
            SkipUntil(() => AtNextStep || AtItemEnd([]));
        }
    }

    /// <summary>`given ann: Account { name: "Ann" }, book: Book`: a part for each row.</summary>
    private void ParseGiven(ImmutableArray<ScenarioPartSyntax>.Builder parts)
    {
        parts.Add(ParseGivenRow(Take().Span.Start));
        while (TryTake(TokenKind.Comma))
        {
            if (AtScenarioPart || AtBlockEnd)
            {
                ReportStrayComma(Previous.Span);
                return;
            }

            Resume();
            parts.Add(ParseGivenRow(Current.Span.Start));
        }
    }

    private GivenSyntax ParseGivenRow(int start)
    {
        var name = ParseRowName();
        var entity = ParseQualifiedName();
        var roles = !AtNextStep && TryTakeWord("as") ? ParseRolesOfRow() : [];
        return new GivenSyntax(name, entity, roles, ParseRowValues(), SpanFrom(start));
    }

    private NameSyntax ParseRowName()
    {
        if (AtFieldStart)
        {
            var name = TakeName();
            Take();
            return name;
        }

        if (Kind == TokenKind.Word && Peek(1).Kind == TokenKind.Word && !AtNextConstruct)
        {
            var name = TakeName();
            ReportMissingColon(name);
            return name;
        }

        ReportMissing<MissingName>("a name", "name the row, as in `ann: Account`", "");
        return MissingName;
    }

    /// <summary>Roles with commas between; behind another comma the name of the next row follows.</summary>
    private ImmutableArray<NameSyntax> ParseRolesOfRow()
    {
        var roles = ImmutableArray.CreateBuilder<NameSyntax>();
        do
        {
            roles.Add(ParseName());
        }
        while (Peek(2).Kind != TokenKind.Colon && Peek(1).Kind == TokenKind.Word && TryTake(TokenKind.Comma));

        return roles.DrainToImmutable();
    }

    /// <summary>`as ann { … }` or `as ann through Portal { … }`.</summary>
    private AsSyntax ParseAs()
    {
        var start = Take().Span.Start;
        var actor = ParseName();
        var through = TryTakeWord("through") ? ParseQualifiedName() : null;
        var requests = ImmutableArray.CreateBuilder<RequestSyntax>();
        var owner = Owner("as", actor);
        var block = OpenBlock(owner);
        while (InBlock(ref block) && !AtScenarioPart && !AtWord("exactly"))
        {
            if (ParseRequest(owner) is { } request)
            {
                requests.Add(request);
            }
        }

        CloseBlock(block);
        return new AsSyntax(actor, through, requests.DrainToImmutable(), SpanFrom(start));
    }

    private RequestSyntax? ParseRequest(string owner)
    {
        if (RequestAt(Current) is not { } kind)
        {
            SkipUnknownPart(owner, Vocabulary.Requests.All);
            return null;
        }

        var first = _position;
        var start = Take().Span.Start;
        var request = new RequestSyntax(kind, ParseQualifiedName(), default);
        if (kind is not (RequestKind.Read or RequestKind.Delete) || (kind == RequestKind.Read && Kind == TokenKind.OpenBrace))
        {
            request = request with { Values = ParseRequestValues(first) };
        }

        while (AtOutcome(kind))
        {
            request = ParseOutcome(request);
        }

        return request with { Span = SpanFrom(start) };
    }

    private bool AtOutcome(RequestKind kind) => AtWord("fails")
        || (kind == RequestKind.Read && AtWord("gives"))
        || (kind == RequestKind.Create && AtWord("as") && !AtScenarioPart);

    private RequestSyntax ParseOutcome(RequestSyntax request)
    {
        var word = Take();
        if (IsWord(word, "as"))
        {
            ReportRepeated(word, request.As is not null);
            return request with { As = ParseName() };
        }

        if (IsWord(word, "gives"))
        {
            ReportRepeated(word, request.Gives is not null);
            return request with { Gives = ParseExpression() };
        }

        ReportRepeated(word, request.Fails is not null);
        return request with { Fails = ParseName() };
    }

    private RequestKind? RequestAt(Token token) => TextOf(token) switch
    {
        "create" => RequestKind.Create,
        "update" => RequestKind.Update,
        "delete" => RequestKind.Delete,
        "read" => RequestKind.Read,
        "run" => RequestKind.Run,
        "complete" => RequestKind.Complete,
        _ => null,
    };

    private ThenSyntax ParseThen()
    {
        var start = Take().Span.Start;
        return new ThenSyntax(ParseExpression(), SpanFrom(start));
    }

    private AfterSyntax ParseAfter()
    {
        var start = Take().Span.Start;
        return new AfterSyntax(ParseExpression(), SpanFrom(start));
    }

    /// <summary>`together { as ann { … } as pat { … } } exactly one succeeds`.</summary>
    private TogetherSyntax ParseTogether()
    {
        var start = Take().Span.Start;
        var attempts = ImmutableArray.CreateBuilder<AsSyntax>();
        var block = OpenBlock("`together`");
        while (InBlock(ref block) && !AtWord("exactly") && (AtWord("as") || !AtScenarioPart))
        {
            if (AtWord("as"))
            {
                attempts.Add(ParseAs());
            }
            else
            {
                SkipUnknownPart("`together`", ["as"]);
            }
        }

        CloseBlock(block);
        ExpectOutcome();
        return new TogetherSyntax(attempts.DrainToImmutable(), SpanFrom(start));
    }

    private void ExpectOutcome()
    {
        const string outcome = "exactly one succeeds";
        if (AtWord("exactly"))
        {
            Take();
            _ = ExpectWord("one") && ExpectWord("succeeds");
        }
        else
        {
            ReportMissing<MissingWord>($"`{outcome}`", $"write `{outcome}`", " " + outcome);
        }
    }

    /// <summary>A word of a part or a request, with behind it what no expression goes on with.</summary>
    private bool AtScenarioStep => AtScenarioPart || (Peek(1).Kind == TokenKind.Word && TextOf(Current) switch
    {
        "create" or "run" or "complete" => Peek(2).Kind is TokenKind.OpenBrace or TokenKind.Dot,
        "update" => Peek(2).Kind == TokenKind.OpenBrace,
        "delete" or "read" => !Vocabulary.Continuations.Contains(TextOf(Peek(1))),
        _ => false,
    });

    private bool AtScenarioPart => TextOf(Current) switch
    {
        "given" => Peek(1).Kind == TokenKind.Word && Peek(2).Kind == TokenKind.Colon,
        "as" => Peek(1).Kind == TokenKind.Word && (Peek(2).Kind == TokenKind.OpenBrace || IsWord(Peek(2), "through")),
        "then" => !_isBeforeThen,
        "after" => Peek(1).Kind is TokenKind.Duration or TokenKind.Integer,
        "together" => Peek(1).Kind == TokenKind.OpenBrace,
        "receive" => Peek(1).Kind == TokenKind.Word && Peek(2).Kind is TokenKind.OpenBrace or TokenKind.Dot,
        "when" => Peek(1).Kind == TokenKind.Word
            && (Peek(2).Kind == TokenKind.Dot || TextOf(Peek(2)) is "gives" or "fails" or "never"),
        _ => false,
    };
}
