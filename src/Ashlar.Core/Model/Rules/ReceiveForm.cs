using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A scenario that receives what no outside service sends.</summary>
internal sealed class ReceiveForm : Rule
{
    public static Diagnostic NotCalled(Location at, ActionElement action) =>
        Diagnostic.Of<ReceiveForm>(at, $"no outside service calls `{action.Name.Name}`")
            .WithLabel("received here")
            .WithRelated(action.NameLocation, "declared here")
            .WithHelp("write `as NAME { run … }` for what people run");
}
