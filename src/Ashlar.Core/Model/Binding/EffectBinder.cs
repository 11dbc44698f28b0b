using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what a slot says of its effects.</summary>
internal static class EffectBinder
{
    /// <summary>What the slot that finds out answers when nothing was done.</summary>
    private const string NotDone = "NotDone";

    /// <summary>Whether the text says that a call does something outside; the rest of it may not check.</summary>
    public static bool HasEffect(SlotSyntax node) => node.Effect?.Word.Text is "idempotent" or "reconcile" or "once";

    public static CallEffect Bind(SlotElement slot)
    {
        var (node, site) = (slot.Syntax, slot.Site);
        if (node.Effect is not { } effect)
        {
            site.Add(SlotForm.WithoutEffect(site, node));
            return CallEffect.None;
        }

        var kind = effect.Word.Text switch
        {
            "idempotent" => EffectKind.Idempotent,
            "reconcile" => EffectKind.Reconcile,
            "once" => EffectKind.Once,
            _ => EffectKind.None,
        };
        if (kind == EffectKind.None && effect.Word is { IsMissing: false, Text: not "none" })
        {
            site.Add(SlotForm.UnknownEffect(site, effect.Word));
        }
        else if (kind == EffectKind.None && effect.IsIrreversible)
        {
            site.Add(SlotEffect.Irreversible(site, effect));
        }

        var finder = effect.By is { IsMissing: false } by ? Finder(slot, by) : null;
        return new CallEffect(kind, finder?.Name, effect.IsIrreversible && kind != EffectKind.None);
    }

    private static SlotElement? Finder(SlotElement slot, NameSyntax by)
    {
        var site = slot.Site;
        if (!site.Module.Elements.TryGetValue(by.Text, out var found) || found is not SlotElement finder)
        {
            site.Add(SlotEffect.NotFound(site, by));
            return null;
        }

        if (Lack(slot, finder) is { } lack)
        {
            site.Add(SlotEffect.Unfit(site, by, finder, lack));
        }

        return finder;
    }

    /// <summary>Why one slot cannot find out what became of a call of another, or null.</summary>
    private static string? Lack(SlotElement slot, SlotElement finder)
    {
        if (finder == slot || finder.Syntax.Effect?.Word.Text != "idempotent")
        {
            return "its effect is not `idempotent`";
        }

        if (finder.Syntax.Failures.All(failure => failure.Name.Text != NotDone))
        {
            return $"has no failure `{NotDone}`";
        }

        var other = finder.Inputs.Slots.Select(input => input.Field).FirstOrDefault(input =>
            slot.Inputs.Find(input.Name)?.Field is not { } same
            || same.Type != input.Type || same.Constraints != input.Constraints);
        if (other is not null)
        {
            return $"takes `{other.Name}`, which the other slot does not take in this form";
        }

        var gives = slot.Outputs.Slots.Select(output => (output.Field.Name, output.Field.Type, output.Field.Constraints));
        return gives.SequenceEqual(
            finder.Outputs.Slots.Select(output => (output.Field.Name, output.Field.Type, output.Field.Constraints)))
            ? null
            : "gives something else";
    }
}
