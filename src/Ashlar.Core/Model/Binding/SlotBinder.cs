using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what a slot takes and gives, how it fails and how long it may take.</summary>
internal static class SlotBinder
{
    private const int MostSeconds = 10;

    /// <summary>A call within a workflow holds no transaction, so that it may wait longer.</summary>
    private const int MostSecondsOutside = 60;

    public static void BindSignature(SlotElement slot) => FieldBinder.BindSlot(slot);

    public static SlotDefinition ToModel(SlotElement slot)
    {
        var (node, site) = (slot.Syntax, slot.Site);
        if (node.Output is null)
        {
            site.Add(SlotForm.WithoutOutput(site, node));
        }

        return new SlotDefinition(
            slot.Name, slot.Inputs.ToModel(), new SlotOutput(slot.Outputs.ToModel(), slot.GivesOne), slot.Origin)
        {
            Documentation = node.Documentation,
            Effect = EffectBinder.Bind(slot),
            Capabilities = CapabilityBinder.Bind(slot),
            Failures = Failures(slot).ToValueList(),
            Timeout = BindTimeout(site, node),
            Line = new ModelLine(site.Source.Path, site.Source.PositionOf(node.Name.Span.Start)),
        };
    }

    private static IEnumerable<SlotFailure> Failures(SlotElement slot)
    {
        var site = slot.Site;
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var failure in slot.Syntax.Failures.Where(failure => !failure.Name.IsMissing))
        {
            var name = failure.Name;
            if (!seen.TryAdd(name.Text, name))
            {
                site.Add(DuplicateMember.At(site.At(name), name.Text, site.At(seen[name.Text])));
                continue;
            }

            if (!char.IsAsciiLetterUpper(name.Text[0]))
            {
                site.Add(SlotForm.LowerFailure(site, name));
            }
            else if (name.Text is "Ok")
            {
                site.Add(SlotForm.TakenFailure(site, name));
            }

            if (failure.Message is { } message && string.IsNullOrWhiteSpace(message.Value))
            {
                site.Add(SlotForm.Silent(site, message, name.Text));
            }

            if (failure.Transient is { } word && !EffectBinder.HasEffect(slot.Syntax))
            {
                site.Add(SlotEffect.Transient(site, word));
            }

            yield return new SlotFailure(name.Text, MessageOf(failure), site.OriginOf(name))
            {
                IsTransient = failure.Transient is not null,
            };
        }
    }

    /// <summary>`TooLong` says "Too long." where it says nothing else.</summary>
    private static string MessageOf(FailureSyntax failure)
    {
        if (failure.Message is { } message)
        {
            return message.Value;
        }

        var words = Spelling.Spaced(failure.Name.Text);
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }

    private static TimeSpan BindTimeout(Site site, SlotSyntax slot)
    {
        const int seconds = 2;
        var hasEffect = EffectBinder.HasEffect(slot);
        var most = hasEffect ? MostSecondsOutside : MostSeconds;
        switch (slot.Timeout)
        {
            case LiteralSyntax { Kind: LiteralKind.Duration, Value: TimeSpan time }
                when time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromSeconds(most):
                return time;
            case null when hasEffect:
                site.Add(SlotForm.WithoutTimeout(site, slot));
                return TimeSpan.FromSeconds(seconds);
            case null or MissingExpressionSyntax:
                return TimeSpan.FromSeconds(seconds);
            case var written:
                site.Add(SlotForm.Timeout(site, written, most));
                return TimeSpan.FromSeconds(seconds);
        }
    }
}
