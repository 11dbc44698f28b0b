using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A scenario in which nothing happens, or one that says nothing.</summary>
internal sealed class EmptyScenario : Rule
{
    public static Diagnostic At(Location at) =>
        Diagnostic
            .Of<EmptyScenario>(at, "in this scenario nobody asks anything, and nothing has to hold")
            .WithLabel("accepts every system")
            .WithHelp("add a request with `as`, or a condition with `then`");

    public static Diagnostic Untitled(Location at) =>
        Diagnostic
            .Of<EmptyScenario>(at, "a scenario has a blank title")
            .WithLabel("says nothing")
            .WithHelp("write in a sentence what happens");
}
