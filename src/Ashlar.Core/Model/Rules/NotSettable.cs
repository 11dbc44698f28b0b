using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A sample that sets what nobody sets.</summary>
internal sealed class NotSettable : Rule
{
    public static Diagnostic At(Location at, FieldSlot slot) =>
        Diagnostic
            .Of<NotSettable>(at, $"`{slot.Field.Name}` gets its value by itself")
            .WithLabel(
                slot.Field.IsOwnerReference
                    ? "the row around it is the owner"
                    : "derived, generated, or written from the other side")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp("leave it out");
}
