using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Requests at once that are too few, too many, or of which it is said how they end.</summary>
internal sealed class TogetherForm : Rule
{
    public static Diagnostic Alone(Location at) =>
        Of(at, "`together` needs two attempts or more").WithLabel("nothing happens at once").WithHelp("add another `as`");

    public static Diagnostic Requests(Location at, string actor) =>
        Of(at, $"within `together` each `as` makes exactly one request")
            .WithLabel(actor.Length == 0 ? "more or less than one" : $"`{actor}` makes more or less than one")
            .WithHelp("write another `as` for each further request");

    public static Diagnostic Outcome(Location at) =>
        Of(at, "which request of `together` succeeds is open").WithLabel("known only afterwards").WithHelp("leave it out");

    public static Diagnostic Task(Location at) =>
        Of(at, "which task is answered is known only one after the other")
            .WithLabel("the oldest open one")
            .WithHelp("move it out of `together`");

    private static Diagnostic Of(Location at, string message) => Diagnostic.Of<TogetherForm>(at, message);
}
