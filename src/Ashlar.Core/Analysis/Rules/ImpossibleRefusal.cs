using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A request of a scenario that waits for the refusal of an action that it does not run.</summary>
internal sealed class ImpossibleRefusal : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var model = facts.Model;
        var ofRules = model.Entities.SelectMany(RuleNames).Select(Spelling.Kebab).ToHashSet(StringComparer.Ordinal);
        foreach (var request in model.Scenarios.SelectMany(scenario => scenario.Parts).SelectMany(RequestsIn))
        {
            var names = NamesOf(facts, request);
            if (request.Fails is { } code && !IsOfEveryApi(code) && !ofRules.Contains(code)
                && names is not null && !names.Select(Spelling.Kebab).Contains(code, StringComparer.Ordinal))
            {
                report.Add(Found(request, code, names));
            }
        }
    }

    private static IEnumerable<ScenarioRequest> RequestsIn(ScenarioPart part) => part switch
    {
        RequestsOf one => one.Requests,
        // An outside service asks no api.
        CallbackReceived one => [new RunRequest(default, one.Action, one.Values, one.Fails, one.Origin)],
        AtOnce many => many.Attempts.SelectMany(attempt => attempt.Requests),
        _ => [],
    };

    /// <summary>
    /// The requirements and failures that refuse the request; null for the answer to a task, behind which a workflow goes on.
    /// </summary>
    private static IReadOnlyList<string>? NamesOf(ModelFacts facts, ScenarioRequest request)
    {
        if (request is TaskRequest)
        {
            return null;
        }

        if (request is not RunRequest run || facts.Model.Action(run.Action) is not { } action)
        {
            return [];
        }

        var effects = facts.Effects.Of(action);
        var required = effects.Runs.Select(facts.Model.Action).OfType<ActionDefinition>().Prepend(action)
            .SelectMany(asked => asked.Steps()).Select(step => step.Refusal()?.Name).OfType<string>();
        var failing = effects.Calls.Select(facts.Model.Slot).OfType<SlotDefinition>()
            .SelectMany(slot => slot.Failures).Select(failure => failure.Name);
        return [.. required.Concat(failing).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> RuleNames(Entity entity) => entity.Checks.Select(check => check.Name)
        .Concat(entity.Uniques.Select(rule => rule.Name))
        .Concat(entity.Exclusives.Select(rule => rule.Name));

    private static bool IsOfEveryApi(string code) =>
        code == "last-member" || RefusalNames.OfRequests.Select(Spelling.Kebab).Contains(code, StringComparer.Ordinal);

    private Diagnostic Found(ScenarioRequest request, string code, IReadOnlyList<string> names)
    {
        var found = At(request.Origin, $"nothing that this request does is refused as `{code}`")
            .WithLabel("fails in another way, or not at all");
        return names.Count == 0
            ? found.WithHelp("name a refusal of every api or a rule of an entity, or run the action that requires it")
            : found.WithHelp($"name one that the action has: {string.Join(", ", names.Select(name => $"`{name}`"))}");
    }
}
