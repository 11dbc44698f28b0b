using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>`authenticate Account { email: email, password: password } as user else BadCredentials "message"`.</summary>
    private AuthenticateSyntax ParseAuthenticate()
    {
        var first = _position;
        var start = Take().Span.Start;
        var entity = ParseQualifiedName();
        var values = ParseValues(first);
        var account = TryTakeWord("as") ? ParseName() : null;
        ExpectWord("else");
        SkipThrow();
        var name = ParseName();
        return new AuthenticateSyntax(entity, values, name, ParseMessage(), SpanFrom(start)) { As = account };
    }

    /// <summary>`tokens header "Authorization" scheme "Token" lifetime 60d`.</summary>
    private TokensSyntax ParseTokens()
    {
        var start = Take().Span.Start;
        var tokens = new TokensSyntax(default);
        while (Kind == TokenKind.Word)
        {
            var word = Current;
            if (TryTakeWord("header"))
            {
                ReportRepeated(word, tokens.Header is not null);
                tokens = tokens with { Header = ParseText() };
            }
            else if (TryTakeWord("scheme"))
            {
                ReportRepeated(word, tokens.Scheme is not null);
                tokens = tokens with { Scheme = ParseText() };
            }
            else if (TryTakeWord("lifetime"))
            {
                ReportRepeated(word, tokens.Lifetime is not null);
                tokens = tokens with { Lifetime = ParseUnary() };
            }
            else
            {
                break;
            }
        }

        return tokens with { Span = SpanFrom(start) };
    }

    /// <summary>`sign in user`.</summary>
    private SignInStepSyntax ParseSignInStep()
    {
        var start = Take().Span.Start;
        ExpectWord("in");
        return new SignInStepSyntax(ParsePostfix(), SpanFrom(start));
    }
}
