using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>The type of what a slot gives is read, which the next part of the slot ends.</summary>
    private bool _isSlotOutput;

    private SlotSyntax ParseSlot(int start)
    {
        Take();
        var slot = new SlotSyntax(ParseName(), [], default);
        var block = OpenBlock(Owner("slot", slot.Name));
        while (InBlock(ref block))
        {
            slot = ParseSlotPart(slot);
        }

        CloseBlock(block);
        return slot with { Span = SpanFrom(start) };
    }

    private SlotSyntax ParseSlotPart(SlotSyntax slot)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "input":
                Take();
                ReportRepeated(word, !slot.Inputs.IsEmpty);
                return slot with { Inputs = ParseInputs() };
            case "output":
                ReportRepeated(word, slot.Output is not null);
                return slot with { Output = ParseSlotOutput(Take().Span.Start) };
            case "fails":
                Take();
                ReportRepeated(word, !slot.Failures.IsEmpty);
                return slot with { Failures = ParseFailures() };
            case "effect":
                Take();
                ReportRepeated(word, slot.Effect is not null);
                return slot with { Effect = ParseEffect() };
            case "timeout":
                Take();
                ReportRepeated(word, slot.Timeout is not null);
                return slot with { Timeout = ParseExpression() };
            case "can":
                return ParseCapabilities(slot);
            default:
                SkipUnknownWord("a slot", Vocabulary.SlotParts.All);
                return slot;
        }
    }

    private SlotOutputSyntax ParseSlotOutput(int start)
    {
        if (Kind == TokenKind.OpenBrace)
        {
            var fields = ParseFields("`output`");
            return new SlotOutputSyntax(null, [], fields, SpanFrom(start));
        }

        _isSlotOutput = true;
        var output = new SlotOutputSyntax(ParseTypeRef(), ParseModifiers(), [], SpanFrom(start));
        _isSlotOutput = false;
        return output;
    }

    /// <summary>`NotFound "message", Expired`.</summary>
    private ImmutableArray<FailureSyntax> ParseFailures() => ParseSeparated(static parser =>
    {
        var name = parser.ParseName();
        var message = parser.Kind == TokenKind.Text ? parser.ParseText() : null;
        var failure = new FailureSyntax(name, message, parser.SpanFrom(name.Span.Start));
        if (parser.AtWord("transient"))
        {
            parser.ReportTransient(parser.Take());
        }

        return failure;
    });

    private void ReportTransient(Token word) => ReportHabit(_report.Finding<SlotEffect>(
            word.Span, "a slot without effects fails the same way each time")
        .WithLabel("nothing to try again")
        .WithHelp("remove `transient`")
        .WithFix(_report.Removing(WithSpaceBefore(word.Span), "remove `transient`")));

    /// <summary>`none`; what other effects there will be needs more than an action.</summary>
    private NameSyntax ParseEffect()
    {
        if (!IsEffect(TextOf(Current)))
        {
            return ParseName();
        }

        var first = Current;
        SkipItem(Vocabulary.SlotParts.All);
        ReportHabit(_report.Finding<SlotEffect>(first.Span, "a slot with effects is called by a workflow step")
            .WithLabel("an action may run twice, and what is done outside is done twice")
            .WithNote("this version of the language has no workflows")
            .WithHelp("write `effect none`, and give the slot all that it needs as inputs"));
        return new NameSyntax("none", first.Span);
    }

    private static bool IsEffect(ReadOnlySpan<char> word) => word is "idempotent" or "reconcile" or "once" or "irreversible";

    private SlotSyntax ParseCapabilities(SlotSyntax slot)
    {
        var word = Current;
        SkipItem(Vocabulary.SlotParts.All);
        ReportHabit(_report.Finding<SlotEffect>(word.Span, "a slot that reaches outside is called by a workflow step")
            .WithLabel("in an action a slot has nothing but its inputs")
            .WithNote("this version of the language has no workflows")
            .WithHelp("remove `can { … }`, and give the slot all that it needs as inputs"));
        return slot;
    }
}
