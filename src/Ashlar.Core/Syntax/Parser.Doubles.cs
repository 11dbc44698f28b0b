using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>`when ChargeCard gives { … }`, `… fails GatewayDown 2 times` or `… never answers`.</summary>
    private DoubleSyntax ParseDouble()
    {
        var start = Take().Span.Start;
        var answer = new DoubleSyntax(ParseQualifiedName(), default);
        if (TryTakeWord("gives"))
        {
            answer = answer with { Gives = Kind == TokenKind.OpenBrace ? ParseObject() : ParseUnary() };
        }
        else if (TryTakeWord("fails"))
        {
            answer = answer with { Fails = ParseName() };
        }
        else if (TryTakeWord("never"))
        {
            ExpectWord("answers");
        }
        else
        {
            ReportMissing<MissingWord>(
                "`gives`, `fails` or `never answers`", "say what it answers, as in `when ChargeCard fails GatewayDown`", "");
        }

        if (Kind == TokenKind.Integer && !AtNextStep)
        {
            answer = answer with { Times = ParseNumber() };
            ExpectWord("times");
        }

        return answer with { Span = SpanFrom(start) };
    }
}
