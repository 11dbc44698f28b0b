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
        var setters = facts.Model.Actions
            .SelectMany(action => action.Steps().OfType<SetStatement>(), (action, set) => (action, set))
            .ToLookup(pair => pair.set.Entity);
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Access.Kind == AccessKind.Rules))
        {
            foreach (var rule in entity.Access.Rules.Where(IsOpen))
            {
                foreach (var (action, set) in setters[entity.Name].DistinctBy(pair => pair.set.Field))
                {
                    if (rule.Fields.Contains(set.Field))
                    {
                        report.Add(Found(entity, rule, action, set));
                    }
                }
            }
        }
    }

    private static bool IsOpen(AccessRule rule) =>
        rule.CoversAllFields && (rule.Operations.Contains(Operation.Create) || rule.Operations.Contains(Operation.Update));

    private Diagnostic Found(Entity entity, AccessRule rule, ActionDefinition action, SetStatement set)
    {
        var word = rule.Operations.Contains(Operation.Update) ? "update" : "create";
        return At(rule.Origin, $"`{word}` without a field list grants `{set.Field}` too, which `{action.Name.Name}` sets")
            .WithLabel("grants every field that is not `readonly`")
            .WithRelated(set.Origin.Location, "set here")
            .WithHelp($"list the fields that the rule grants, or make `{set.Field}` `readonly`")
            .About($"{entity.Name}.{set.Field}");
    }
}
