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
