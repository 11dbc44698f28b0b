using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A grant to write what nobody writes.</summary>
internal sealed class NotWritable : Rule
{
    public static Diagnostic At(Location at, FieldSlot slot, Operation operation) =>
        Diagnostic
            .Of<NotWritable>(
                at,
                $"`{slot.Field.Name}` is never written, so `{operation.ToString().ToLowerInvariant()}` cannot grant it")
            .WithLabel(Reason(slot))
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp("drop it from the list");

    public static Diagnostic OfFile(Location at, FieldSlot slot) =>
        Diagnostic
            .Of<NotWritable>(at, $"`{slot.Field.Name}` is stored after its row, so `create` cannot grant it")
            .WithLabel("a file is no part of the body that creates a row")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp($"grant `update {{ {slot.Field.Name} }}` to whoever stores the file");

    private static string Reason(FieldSlot slot) =>
        slot switch
        {
            { Modifiers.Computed: not null } => "computed",
            { Modifiers.Generated: not null } => "generated",
            { Modifiers.OnUpdate: not null } => "set at every change",
            { Field.IsReadonly: true } => "`readonly`",
            { Field.State: not null } => "a state changes by its transitions",
            { Field.IsOwnerReference: true } => "a row stays with its owner",
            _ => "written from the other side",
        };
}
