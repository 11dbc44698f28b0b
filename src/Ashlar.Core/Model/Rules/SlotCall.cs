using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A step that calls a slot as none is called: from another module, or an action as if it gave a value.</summary>
internal sealed class SlotCall : Rule
{
    public static Diagnostic OfAction(Site site, NameSyntax name, ActionElement called) =>
        Diagnostic.Of<SlotCall>(site.At(name), $"`{called.Name.Name}` is an action, which gives no value")
            .WithLabel("would name nothing")
            .WithRelated(called.NameLocation, "declared here")
            .WithHelp("remove `as` and the name, and read the rows that the action wrote");

    public static Diagnostic Elsewhere(Location at, SlotElement called) =>
        Diagnostic.Of<SlotCall>(at, $"only `{called.Name.Module}` calls its slot `{called.Name.Name}`")
            .WithLabel("called from another module")
            .WithRelated(called.NameLocation, "declared here")
            .WithHelp($"declare a public action in `{called.Name.Module}` that calls it, and run that here");
}
