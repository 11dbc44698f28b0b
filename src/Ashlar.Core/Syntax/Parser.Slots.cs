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
        var slot = new SlotSyntax(ParseDeclaredName(), [], default);
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
            case "can":
                Take();
                ReportRepeated(word, !slot.Capabilities.IsEmpty);
                return slot with { Capabilities = ParseCapabilities() };
            case "effect":
                Take();
                ReportRepeated(word, slot.Effect is not null);
                return slot with { Effect = ParseEffect() };
            case "timeout":
                Take();
                ReportRepeated(word, slot.Timeout is not null);
                return slot with { Timeout = ParseExpression() };
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
        return parser.AtWord("transient")
            ? failure with { Transient = parser.ParseName(), Span = parser.SpanFrom(name.Span.Start) }
            : failure;
    });

    /// <summary>Inside of `can`, where `config` opens no declaration.</summary>
    private bool _isInCapabilities;

    /// <summary>`{ http Payments.baseUrl, config Payments }`.</summary>
    private ImmutableArray<CapabilitySyntax> ParseCapabilities()
    {
        var capabilities = ImmutableArray.CreateBuilder<CapabilitySyntax>();
        _isInCapabilities = true;
        ParseItems("`can`", () => capabilities.Add(ParseCapability()));
        _isInCapabilities = false;
        return capabilities.DrainToImmutable();
    }

    private CapabilitySyntax ParseCapability()
    {
        var kind = ParseName();
        var config = ParseName();
        var key = TryTake(TokenKind.Dot) ? ParseName() : null;
        return new CapabilitySyntax(kind, config, key, SpanFrom(kind.Span.Start));
    }

    /// <summary>`none`, `idempotent`, `reconcile by FindCharge`, `once irreversible`.</summary>
    private EffectSyntax ParseEffect()
    {
        if (Kind == TokenKind.Word && Vocabulary.SlotParts.Contains(TextOf(Current)))
        {
            ReportMissing<MissingWord>("the effect", HelpWith(["none", "idempotent", "reconcile", "once"]), "");
            return new EffectSyntax(MissingName, null, Gap);
        }

        var word = ParseName();
        var by = word.Text == "reconcile" && ExpectWord("by") ? ParseName() : null;
        var isIrreversible = TryTakeWord("irreversible");
        return new EffectSyntax(word, by, SpanFrom(word.Span.Start)) { IsIrreversible = isIrreversible };
    }
}
