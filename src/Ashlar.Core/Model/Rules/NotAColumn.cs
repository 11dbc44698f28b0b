using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A field that no single column holds, where one is needed.</summary>
internal sealed class NotAColumn : Rule
{
    public static Diagnostic At(Location at, FieldSlot slot) =>
        Diagnostic.Of<NotAColumn>(at, $"`{slot.Field.Name}` is not held by one column that can be compared")
            .WithLabel(slot.Modifiers is { Computed: not null } ? "computed" : Article.Of(TypeNames.Of(slot.Field.Type)))
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp("name a stored field with a single value");
}
