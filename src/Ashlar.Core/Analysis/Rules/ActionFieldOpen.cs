using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A grant without a field list that lets people write past an action what the action is there to set.</summary>
internal sealed class ActionFieldOpen : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var setters = facts.Model.AllActions
            .SelectMany(action => action.Steps(), (action, step) => new Setter(action, step))
            .ToLookup(setter => setter.Step.Changed()?.Entity);
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Access.Kind == AccessKind.Rules))
        {
            foreach (var rule in entity.Access.Rules.Where(IsOpen))
            {
                foreach (var (action, step) in setters[entity.Name].DistinctBy(setter => setter.Step.Changed()?.Field))
                {
                    if (step.Changed() is var (_, field) && rule.Fields.Contains(field))
                    {
                        report.Add(Found(entity, rule, action, step, field));
                    }
                }
            }
        }
    }

    private static bool IsOpen(AccessRule rule) =>
        rule.CoversAllFields && (rule.Operations.Contains(Operation.Create) || rule.Operations.Contains(Operation.Update));

    private Diagnostic Found(Entity entity, AccessRule rule, ActionDefinition action, Statement step, string field)
    {
        var word = rule.Operations.Contains(Operation.Update) ? "update" : "create";
        return At(rule.Origin, $"`{word}` without a field list grants `{field}` too, which `{action.Name.Name}` sets")
            .WithLabel("grants every field that is not `readonly`")
            .WithRelated(step.Origin.Location, "set here")
            .WithHelp($"list the fields that the rule grants, or make `{field}` `readonly`")
            .About($"{entity.Name}.{field}");
    }

    private readonly record struct Setter(ActionDefinition Action, Statement Step);
}
