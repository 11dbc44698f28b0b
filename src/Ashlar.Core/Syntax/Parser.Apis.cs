using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private ApiSyntax ParseApi(int start)
    {
        Take();
        var api = new ApiSyntax(ParseDeclaredName(), [], default);
        var exposes = ImmutableArray.CreateBuilder<ExposeSyntax>();
        var block = OpenBlock(Owner("api", api.Name));
        while (InBlock(ref block))
        {
            if (AtWord("expose") && IsWord(Peek(1), "view") && Peek(2).Kind == TokenKind.Word)
            {
                api = api with { Views = api.Views.Add(ParseExposeView()) };
            }
            else if (AtWord("expose") && IsWord(Peek(1), "tasks") && Peek(2).Kind != TokenKind.OpenBrace)
            {
                Take();
                ReportRepeated(Current, api.Tasks is not null);
                api = api with { Tasks = ParseName() };
            }
            else if (AtWord("expose"))
            {
                exposes.Add(ParseExpose());
            }
            else
            {
                api = ParseApiPart(api);
            }
        }

        CloseBlock(block);
        return api with { Exposes = exposes.DrainToImmutable(), Span = SpanFrom(start) };
    }

    private ApiSyntax ParseApiPart(ApiSyntax api)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "path":
                Take();
                ReportRepeated(word, api.Path is not null);
                return api with { Path = ParseText() };
            case "version":
                Take();
                ReportRepeated(word, api.Version is not null);
                return api with { Version = ParseNumber() };
            case "sign":
                ReportRepeated(word, api.SignIn is not null);
                return api with { SignIn = ParseSignIn() };
            case "row":
                ReportRepeated(word, api.Weakenings.Any(weakening => weakening.RowVersion is not null));
                return api with { Weakenings = api.Weakenings.Add(ParseWeakening()) };
            case "unknown":
                ReportRepeated(word, api.Weakenings.Any(weakening => weakening.RowVersion is null));
                return api with { Weakenings = api.Weakenings.Add(ParseWeakening()) };
            case "origins":
                ReportRepeated(word, api.Origins is not null);
                return api with { Origins = ParseOrigins() };
            case "tokens":
                ReportRepeated(word, api.Tokens is not null);
                return api with { Tokens = ParseTokens() };
            case "errors":
                ReportRepeated(word, api.Errors is not null);
                return api with { Errors = ParseErrors() };
            case "refusals":
                ReportRepeated(word, api.Refusals is not null);
                return api with { Refusals = ParseRefusals() };
            case "run":
                return api with { Runs = [.. api.Runs, .. ParseRuns()] };
            default:
                SkipUnknownWord(
                    "an API",
                    ["path", "version", "sign", "tokens", "row", "unknown", "origins", "errors", "refusals", "run", "expose"]);
                return api;
        }
    }

    /// <summary>`row version optional`, `row version ignored` or `unknown members ignored`.</summary>
    private WeakeningSyntax ParseWeakening()
    {
        var start = Current.Span.Start;
        if (TryTakeWord("unknown"))
        {
            ExpectWord("members");
            ExpectWord("ignored");
            return new WeakeningSyntax(SpanFrom(start));
        }

        Take();
        ExpectWord("version");
        var use = TryTakeWord("optional") ? RowVersionUse.Optional : RowVersionUse.Ignored;
        if (use == RowVersionUse.Ignored && !TryTakeWord("ignored"))
        {
            ReportUnknownWord("after `row version`", ["optional", "ignored"]);
        }

        return new WeakeningSyntax(SpanFrom(start)) { RowVersion = use };
    }

    private OriginsSyntax ParseOrigins()
    {
        var start = Take().Span.Start;
        return new OriginsSyntax(ParseTexts(), SpanFrom(start));
    }

    private SignInSyntax ParseSignIn()
    {
        var start = Take().Span.Start;
        ExpectWord("in");
        ExpectWord("with");
        if (TryTakeWord("password"))
        {
            return new SignInSyntax(SignInKind.Password, SpanFrom(start));
        }

        if (!TryTakeWord("issuer"))
        {
            ReportUnknownWord("after `sign in with`", ["password", "issuer"]);
            return new SignInSyntax(SignInKind.Password, SpanFrom(start));
        }

        var signIn = new SignInSyntax(SignInKind.Issuer, default) { Issuer = ParseName() };
        var block = OpenBlock("the issuer");
        while (InBlock(ref block) && !AtWord("expose"))
        {
            signIn = ParseIssuerPart(signIn);
        }

        CloseBlock(block);
        return signIn with { Span = SpanFrom(start) };
    }

    private SignInSyntax ParseIssuerPart(SignInSyntax signIn)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "authority":
                Take();
                ReportRepeated(word, signIn.Authority is not null);
                return signIn with { Authority = ParseText() };
            case "audience":
                Take();
                ReportRepeated(word, signIn.Audience is not null);
                return signIn with { Audience = ParseText() };
            case "match":
                Take();
                ReportRepeated(word, signIn.Match is not null);
                return signIn with { Match = ParseName() };
            default:
                SkipUnknownWord("an issuer", ["authority", "audience", "match"]);
                return signIn;
        }
    }

    private ExposeSyntax ParseExpose()
    {
        var start = Take().Span.Start;
        var entity = ParseQualifiedName();
        var rowName = TryTakeWord("as") || TryMissAs() ? ParseName() : null;
        var endpoints = ImmutableArray.CreateBuilder<EndpointSyntax>();
        var runs = ImmutableArray.CreateBuilder<RunEndpointSyntax>();
        var block = OpenBlock("`expose`");
        while (InBlock(ref block) && !AtWord("expose"))
        {
            if (EndpointAt(Current) is { } kind)
            {
                endpoints.Add(ParseEndpoint(kind));
            }
            else if (AtWord("run"))
            {
                runs.AddRange(ParseRuns());
            }
            else
            {
                SkipUnknownWord("`expose`", [.. Vocabulary.Endpoints.All, "run"]);
            }
        }

        CloseBlock(block);
        return new ExposeSyntax(entity, endpoints.DrainToImmutable(), SpanFrom(start))
        {
            RowName = rowName,
            Runs = runs.DrainToImmutable(),
        };
    }

    /// <summary>`expose view BestSellers at GET "/best" { reply { books: rows } }`.</summary>
    private ExposeViewSyntax ParseExposeView()
    {
        var start = Take().Span.Start;
        Take();
        var view = ParseQualifiedName();
        var address = AtWord("at") ? ParseAddress() : null;
        ReplySyntax? reply = null;
        if (Kind == TokenKind.OpenBrace)
        {
            var block = OpenBlock("`expose view`");
            while (InBlock(ref block) && !AtWord("expose"))
            {
                if (AtWord("reply"))
                {
                    ReportRepeated(Current, reply is not null);
                    reply = ParseReply();
                }
                else
                {
                    SkipUnknownWord("`expose view`", ["reply"]);
                }
            }

            CloseBlock(block);
        }

        return new ExposeViewSyntax(view, SpanFrom(start)) { At = address, Reply = reply };
    }

    /// <summary>`expose Book book {`: a name of the row without `as`.</summary>
    private bool TryMissAs()
    {
        var isMissing = AtRowName;
        if (isMissing)
        {
            ExpectWord("as");
        }

        return isMissing;
    }

    private bool AtRowName =>
        Kind == TokenKind.Word
        && !IsFirstOnLine(_position)
        && Peek(1).Kind == TokenKind.OpenBrace
        && EndpointAt(Current) is null;

    private EndpointKind? EndpointAt(Token token) => TextOf(token) switch
    {
        "list" => EndpointKind.List,
        "read" => EndpointKind.Read,
        "create" => EndpointKind.Create,
        "update" => EndpointKind.Update,
        "delete" => EndpointKind.Delete,
        _ => null,
    };
}
