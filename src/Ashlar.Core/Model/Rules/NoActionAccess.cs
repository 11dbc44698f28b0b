using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;

namespace Ashlar.Core.Model.Rules;

/// <summary>An action that neither says who may run it nor starts by itself.</summary>
internal sealed class NoActionAccess : Rule
{
    public static Diagnostic At(ActionElement action) =>
        Diagnostic
            .Of<NoActionAccess>(action.NameLocation, $"nothing says who may run `{action.Name.Name}`")
            .WithLabel("has no access")
            .WithHelp("grant it, such as `access to signed in`, or write `access internal` where only actions run it")
            .About(action.Name.ToString());
}
