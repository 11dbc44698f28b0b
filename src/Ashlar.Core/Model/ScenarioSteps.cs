using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// The steps of a scenario in their order, numbered from one on: a given row, a request, what holds, a time that passes, and
/// what happens at once are a step each.
/// </summary>
public sealed class ScenarioSteps : IScenarioPartVisitor<ImmutableArray<Origin>>
{
    private ScenarioSteps()
    {
    }

    /// <summary>Where each step stands in the model.</summary>
    public static ImmutableArray<Origin> Of(Scenario scenario) =>
        [.. scenario.Parts.SelectMany(part => part.Accept(new ScenarioSteps()))];

    public ImmutableArray<Origin> Visit(GivenRow node) => [node.Origin];

    public ImmutableArray<Origin> Visit(RequestsOf node) => [.. node.Requests.Select(request => request.Origin)];

    public ImmutableArray<Origin> Visit(ThenHolds node) => [node.Origin];

    public ImmutableArray<Origin> Visit(TimePasses node) => [node.Origin];

    public ImmutableArray<Origin> Visit(AtOnce node) => [node.Origin];

    public ImmutableArray<Origin> Visit(SlotAnswer node) => [node.Origin];

    public ImmutableArray<Origin> Visit(CallbackReceived node) => [node.Origin];
}
