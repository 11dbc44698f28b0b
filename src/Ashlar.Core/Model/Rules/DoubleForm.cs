using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A scenario that answers for a slot what that slot never answers.</summary>
internal sealed class DoubleForm : Rule
{
    public const int MostTimes = 1000;

    public static Diagnostic UnknownSlot(Location at, string name, IEnumerable<string> known) =>
        Diagnostic.Of<DoubleForm>(at, $"no slot is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, known);

    public static Diagnostic WithoutEffect(Site site, SyntaxNode at, SlotElement slot) =>
        Of(site, at, $"`{slot.Name.Name}` has no effects: a scenario runs its code")
            .WithLabel("answers itself")
            .WithRelated(slot.NameLocation, "declared here")
            .WithHelp("leave the line out");

    public static Diagnostic UnknownFailure(Site site, NameSyntax name, SlotElement slot) =>
        Of(site, name, $"`{slot.Name.Name}` does not fail with `{name.Text}`")
            .WithRelated(slot.NameLocation, "declared here")
            .Suggest(name.Text, slot.Syntax.Failures.Select(failure => failure.Name.Text));

    public static Diagnostic Several(Site site, SyntaxNode at, SlotElement slot) =>
        Of(site, at, $"`{slot.Name.Name}` gives several values, each with a name")
            .WithRelated(slot.NameLocation, "declared here")
            .WithHelp($"write them as in `gives {{ {slot.Outputs.Names.FirstOrDefault()}: … }}`");

    public static Diagnostic Times(Site site, SyntaxNode at) =>
        Of(site, at, $"an answer is given between 1 and {MostTimes} times")
            .WithHelp("write a number, as in `2 times`, or nothing where it always holds");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<DoubleForm>(site.At(at), message);
}
