using Ashlar.Core.Analysis.Effects;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Tool.Describing;

/// <summary>What follows about a workflow: where each step goes, what it does, and its picture.</summary>
internal sealed class WorkflowFacts(SystemModel model, DeclaredText text)
{
    private readonly EffectIndex _effects = new(model);

    public Description Of(Workflow workflow) => new("workflow", workflow.Name.ToString(), workflow.Origin)
    {
        Documentation = workflow.Documentation,
        Text = text.DeclarationOf(workflow.Origin),
        Sections =
        [
            Section.Of("starts", ["on", "key", "again"], [[$"{workflow.Start.Event}", Key(workflow), Again(workflow)]]),
            Section.Of("steps", ["step", "kind", "when", "then"], workflow.Steps.SelectMany(Ways).Concat(Anywhere(workflow))),
            Section.Of("does", ["step", "effect", "what"], workflow.Steps.SelectMany(Effects)),
            Section.Of("carries", ["value"], workflow.Carried.Select(value => new[] { value.Variable.Name })),
            Section.Of("picture", ["mermaid"], WorkflowPicture.Lines(workflow).Select(line => new[] { line })),
        ],
    };

    private static string Key(Workflow workflow) => workflow.Key is { } key ? ElementText.OnOneLine(key.Origin) : "";

    private static string Again(Workflow workflow) => workflow.Key is null ? "" : $"{workflow.Again}".ToLowerInvariant();

    private static IEnumerable<string[]> Ways(WorkflowStep step) => WorkflowPicture.Exits(step)
        .Select(exit => new[] { step.Name, WorkflowPicture.KindOf(step), exit.When, exit.Target });

    private static IEnumerable<string[]> Anywhere(Workflow workflow) => workflow.Interrupts
        .Select(one => new[] { "", "anywhere", $"on {one.Event.Name}", one.Target });

    private IEnumerable<string[]> Effects(WorkflowStep step)
    {
        if (step.Work is CallWork call)
        {
            string[] calls = [step.Name, "calls", $"{call.Call.Slot}"];
            return call.Undo is { } undo ? [calls, [step.Name, "undoes by", $"{undo.Slot}"]] : [calls];
        }

        if (step.Work is not DoWork work)
        {
            return [];
        }

        var effects = _effects.Of(work.Action);
        return effects.Moves.Select(move => new[] { step.Name, "moves", $"{move}" })
            .Concat(effects.Writes.Select(field => new[] { step.Name, "sets", $"{field}" }))
            .Concat(effects.Creates.Select(entity => new[] { step.Name, "creates", $"{entity}" }))
            .Concat(effects.Deletes.Select(entity => new[] { step.Name, "deletes", $"{entity}" }))
            .Concat(effects.Emits.Select(told => new[] { step.Name, "emits", $"{told}" }))
            .Concat(effects.Runs.Select(run => new[] { step.Name, "runs", $"{run}" }));
    }
}
