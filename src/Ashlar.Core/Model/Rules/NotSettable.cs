using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A sample or an action that gives a field what nobody gives it.</summary>
internal sealed class NotSettable : Rule
{
    public static Diagnostic At(Location at, FieldSlot slot) =>
        Of(at, slot, $"`{slot.Field.Name}` gets its value by itself")
            .WithLabel(
                slot.Field.IsOwnerReference
                    ? "the row around it is the owner"
                    : "derived, generated, or written from the other side")
            .WithHelp("leave it out");

    /// <summary>What an action that changes a row may not set; null for what it may.</summary>
    public static Diagnostic? ByAction(Location at, FieldSlot slot) =>
        slot.Field switch
        {
            { State: not null } => Of(at, slot, $"`{slot.Field.Name}` is a state, which is moved and not set")
                .WithLabel("changes by its transitions")
                .WithHelp($"move it: `move … .{slot.Field.Name} to …`"),
            { IsOwnerReference: true } => Of(at, slot, $"`{slot.Field.Name}` is the owner, and a row stays with its owner")
                .WithLabel("never changes")
                .WithHelp("delete the row, and create one for the other owner"),
            _ => OfAny(at, slot),
        };

    /// <summary>What an action that makes a row may not give it; null for what it may.</summary>
    public static Diagnostic? OfNewRow(Location at, FieldSlot slot) =>
        slot.Field.State is { Initial: [var only] }
            ? Of(at, slot, $"`{slot.Field.Name}` begins as `{only}`, which nobody gives")
                .WithLabel("has one initial state")
                .WithHelp("leave it out")
            : OfAny(at, slot);

    public static Diagnostic Key(Location at) =>
        Diagnostic.Of<NotSettable>(at, "`id` never changes and is never given")
            .WithLabel("the key of the row")
            .WithHelp("leave it out");

    private static Diagnostic? OfAny(Location at, FieldSlot slot) =>
        slot switch
        {
            { Modifiers: { Computed: not null } or { Generated: not null } or { OnUpdate: not null } } => At(at, slot),
            { Field.Relation: not null } => ByOther(at, slot, "a collection", "create and delete the rows that are in it"),
            { Field.Type: ScalarType { Scalar: Scalar.File } } => ByOther(at, slot, "a file", "store it through an api"),
            _ => null,
        };

    private static Diagnostic ByOther(Location at, FieldSlot slot, string kind, string help) =>
        Of(at, slot, $"`{slot.Field.Name}` is {kind}, which no action sets").WithLabel(kind).WithHelp(help);

    private static Diagnostic Of(Location at, FieldSlot slot, string message) =>
        Diagnostic.Of<NotSettable>(at, message).WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here");
}
