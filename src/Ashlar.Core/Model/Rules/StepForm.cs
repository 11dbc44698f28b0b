using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A step of a workflow that does two things, or does not say where it goes.</summary>
internal sealed class StepForm : Rule
{
    public static Diagnostic Lower(Site site, NameSyntax name) =>
        Of(site, name, $"`{name.Text}` names a step, which begins with a capital")
            .WithHelp("write the name with a capital");

    public static Diagnostic SecondWork(Site site, StepWorkSyntax second, StepSyntax step) =>
        Of(site, second, $"the step `{step.Name.Text}` does a second thing")
            .WithRelated(site.At(step.Work[0]), "the first one")
            .WithHelp("give it a step of its own");

    public static Diagnostic WithoutWay(Site site, StepSyntax step) =>
        Of(site, step.Name, $"the step `{step.Name.Text}` goes nowhere")
            .WithLabel("has no `then`")
            .WithHelp("write `then` and the name of a step or an end");

    public static Diagnostic WayOfWait(Site site, WaySyntax way) =>
        Of(site, way, "a wait goes on where its events lead")
            .WithLabel("never taken")
            .WithHelp("write `then` behind each event of the wait, and leave this out");

    public static Diagnostic WithoutOtherwise(Site site, WaySyntax last) =>
        Of(site, last, "a choice without `otherwise` may lead nowhere")
            .WithLabel("when this does not hold, nothing is left")
            .WithHelp("end the choice with `otherwise then` and a step");

    public static Diagnostic EarlyOtherwise(Site site, WaySyntax way) =>
        Of(site, way, "`otherwise` holds always, so nothing behind it is taken")
            .WithHelp("write it last, once");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<StepForm>(site.At(at), message);
}
