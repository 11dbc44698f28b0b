using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Events kept in order by something that cannot tell them apart.</summary>
internal sealed class EventOrder : Rule
{
    public static Diagnostic At(Location at, FieldSlot slot)
    {
        var reason = slot.Field.IsOptional ? "may be null" : "is neither a scalar nor a reference";
        return Diagnostic.Of<EventOrder>(at, $"`{slot.Field.Name}` {reason}, so it keeps no order")
            .WithLabel("events that are equal in it are delivered in order")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp("name a reference or a scalar that is always there");
    }
}
