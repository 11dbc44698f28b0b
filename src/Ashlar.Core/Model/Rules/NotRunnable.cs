using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An action that is run or offered where it cannot be.</summary>
internal sealed class NotRunnable : Rule
{
    public static Diagnostic Started(Location at, ActionElement action) =>
        Of(at, action, $"`{action.Name.Name}` starts by itself, so nothing else runs it")
            .WithHelp("move its steps to an action of their own, and let both run it");

    public static Diagnostic Internal(Location at, ActionElement action) =>
        Of(at, action, $"`{action.Name.Name}` is internal, so no api offers it")
            .WithHelp("grant it to somebody, or drop it here");

    private static Diagnostic Of(Location at, ActionElement action, string message) =>
        Diagnostic.Of<NotRunnable>(at, message).WithLabel("run here").WithRelated(action.NameLocation, "declared here");
}
