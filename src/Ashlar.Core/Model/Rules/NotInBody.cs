using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A member of a request that its body does not carry.</summary>
internal sealed class NotInBody : Rule
{
    public static Diagnostic At(Location at, string request, FieldSlot slot) =>
        Diagnostic
            .Of<NotInBody>(at, $"the body of `{request}` does not carry `{slot.Field.Name}`")
            .WithLabel("no member of the body")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp(
                slot.Field.Relation?.Kind == RelationKind.Owned
                    ? $"offer it in the api: `with {slot.Field.Name}`"
                    : "leave it out, or grant it to somebody who asks");
}
