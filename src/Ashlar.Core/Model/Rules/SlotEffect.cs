using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A slot whose effects do not fit what calls it, what it says itself, or what finds out about it.</summary>
internal sealed class SlotEffect : Rule
{
    public static Diagnostic CalledByAction(Location at, SlotElement called) =>
        Diagnostic.Of<SlotEffect>(at, $"`{called.Name.Name}` has effects, and an action may run twice")
            .WithLabel("what is done outside would be done twice, or stay when the action is undone")
            .WithRelated(called.NameLocation, "declared here")
            .WithHelp("let the action `emit` an event, and a step of a workflow that starts on it run the slot");

    public static Diagnostic Transient(Site site, NameSyntax word) =>
        Diagnostic.Of<SlotEffect>(site.At(word), "a slot without effects fails the same way each time")
            .WithLabel("nothing to try again")
            .WithHelp("remove `transient`");

    public static Diagnostic Irreversible(Site site, EffectSyntax effect) =>
        Diagnostic.Of<SlotEffect>(site.At(effect), "what has no effect needs no undoing")
            .WithHelp("remove `irreversible`");

    public static Diagnostic NotFound(Site site, NameSyntax by) =>
        Diagnostic.Of<SlotEffect>(site.At(by), $"`{by.Text}` is no slot of this module")
            .WithLabel("has to find out whether the call was done")
            .WithHelp($"declare `slot {by.Text}` with `effect idempotent` and `fails NotDone`");

    public static Diagnostic Unfit(Site site, NameSyntax by, SlotElement found, string lack) =>
        Diagnostic.Of<SlotEffect>(site.At(by), $"`{by.Text}` cannot find out whether `{site.Symbol}` was done")
            .WithLabel(lack)
            .WithRelated(found.NameLocation, "declared here")
            .WithHelp("let it have `effect idempotent`, `fails NotDone`, no other inputs, and the same output");
}
