using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>A step of a scenario that does not go as it is written.</summary>
internal sealed class ScenarioFails : Rule
{
    public static Diagnostic At(Scenario scenario, FailedStep failed)
    {
        var steps = ScenarioSteps.Of(scenario);
        var place = failed.Step >= 1 && failed.Step <= steps.Length ? steps[failed.Step - 1] : scenario.Origin;
        return Diagnostic.Of<ScenarioFails>(place.Location, $"`{scenario.Title}` does not go on here")
            .WithLabel("this step")
            .WithRelated(scenario.Origin.Location, "the scenario")
            .WithNote(failed.Reason)
            .WithHelp("change the model so that this happens, or the scenario where it says what should not be")
            .About(scenario.Title);
    }
}
