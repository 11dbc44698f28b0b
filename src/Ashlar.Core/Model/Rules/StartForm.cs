using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An action that starts by itself and says more than that.</summary>
internal sealed class StartForm : Rule
{
    public static Diagnostic Second(Location at, Location first, string action) =>
        Diagnostic.Of<StartForm>(at, $"`{action}` starts by itself in two ways")
            .WithLabel("second start")
            .WithRelated(first, "first start")
            .WithHelp("declare an action for each start, and let both run a third one");

    public static Diagnostic WithInput(Location at, string action, Location start) =>
        Diagnostic.Of<StartForm>(at, $"`{action}` starts by itself, so nobody gives it an input")
            .WithLabel("never given")
            .WithRelated(start, "started here")
            .WithHelp("read the fields of an event, or leave the input out");

    public static Diagnostic WithAccess(Location at, string action) =>
        Diagnostic.Of<StartForm>(at, $"`{action}` starts by itself, so nobody may run it")
            .WithLabel("grants nothing")
            .WithHelp("leave it out");
}
