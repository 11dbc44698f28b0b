using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private ChangeSyntax ParseChange(int start)
    {
        var word = Take();
        var decisions = ImmutableArray.CreateBuilder<DecisionSyntax>();
        var block = OpenBlock("`change`");
        while (InBlock(ref block))
        {
            if (ParseDecision() is { } decision)
            {
                decisions.Add(decision);
            }
        }

        CloseBlock(block);
        return new ChangeSyntax(new NameSyntax("", word.Span), decisions.DrainToImmutable(), SpanFrom(start));
    }

    private DecisionSyntax? ParseDecision()
    {
        var start = Current.Span.Start;
        DecisionKind? kind = TextOf(Current) switch
        {
            "drop" => DecisionKind.Drop,
            "fill" => DecisionKind.Fill,
            "convert" => DecisionKind.Convert,
            "map" => DecisionKind.Map,
            "move" => DecisionKind.Move,
            _ => null,
        };
        if (kind is not { } known)
        {
            SkipUnknownWord("a change", Vocabulary.Decisions.All);
            return null;
        }

        Take();
        var decision = ParseDecided(new DecisionSyntax(known, ParseWholeName(), default));
        return decision with { Because = ParseBecause(), Span = SpanFrom(start) };
    }

    private DecisionSyntax ParseDecided(DecisionSyntax decision)
    {
        if (decision.Kind == DecisionKind.Drop)
        {
            return decision;
        }

        if (decision.Kind == DecisionKind.Move)
        {
            return decision with { To = ExpectWord("to") || MayContinue ? ParseName() : MissingName };
        }

        if (decision.Kind == DecisionKind.Map)
        {
            return decision with { Values = ParseMappedValues() };
        }

        Expect(TokenKind.Assign);
        decision = decision with { Value = ParseExpression() };
        return TryTakeWord("back") ? decision with { Back = ParseExpression() } : decision;
    }

    private ImmutableArray<MappedValueSyntax> ParseMappedValues()
    {
        var values = ImmutableArray.CreateBuilder<MappedValueSyntax>();
        var block = OpenBlock("`map`");
        while (InBlock(ref block))
        {
            if (Kind == TokenKind.Word)
            {
                values.Add(ParseMappedValue());
                TryTake(TokenKind.Comma);
            }
        }

        CloseBlock(block);
        return values.DrainToImmutable();
    }

    private MappedValueSyntax ParseMappedValue()
    {
        var from = ParseName();
        Expect(TokenKind.Arrow);
        return new MappedValueSyntax(from, ParseName(), SpanFrom(from.Span.Start));
    }

    private TextSyntax? ParseBecause()
    {
        if (TryTakeWord("because"))
        {
            return ParseText();
        }

        ReportMissing<MissingReason>("a reason", "say why in a text behind the decision: it stays in the history", "");
        return null;
    }
}
