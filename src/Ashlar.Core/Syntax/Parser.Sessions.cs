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

    /// <summary>`sign in user`.</summary>
    private SignInStepSyntax ParseSignInStep()
    {
        var start = Take().Span.Start;
        ExpectWord("in");
        return new SignInStepSyntax(ParsePostfix(), SpanFrom(start));
    }
}
