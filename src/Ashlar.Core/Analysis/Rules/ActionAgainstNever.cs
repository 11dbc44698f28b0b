using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An action that does what the entity says is never done, which the database then refuses.</summary>
internal sealed class ActionAgainstNever : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var action in facts.Model.AllActions)
        {
            foreach (var step in action.Steps())
            {
                if (
                    Does(step) is var (operation, name)
                    && facts.Model.Entity(name) is { } entity
                    && entity.Access.Never.Contains(operation))
                {
                    report.Add(Found(action, step, operation, entity));
                }
            }
        }
    }

    private static (Operation Operation, ElementName Entity)? Does(Statement step) =>
        step switch
        {
            CreateStatement made => (Operation.Create, made.Entity),
            SetStatement set => (Operation.Update, set.Entity),
            MoveStatement move => (Operation.Update, move.Entity),
            LinkStatement link => (Operation.Update, link.Entity),
            DeleteStatement removed => (Operation.Delete, removed.Entity),
            _ => null,
        };

    private Diagnostic Found(ActionDefinition action, Statement step, Operation operation, Entity entity)
    {
        var (word, done) = operation switch
        {
            Operation.Create => ("create", "created"),
            Operation.Update => ("update", "changed"),
            _ => ("delete", "deleted"),
        };
        return At(step.Origin, $"rows of `{entity.Name.Name}` are never {done}, by actions no more than by people")
            .WithLabel("the database refuses it")
            .WithRelated(entity.Access.Origin.Location, $"says `never {word}`")
            .WithHelp($"drop `never {word}` of `{entity.Name.Name}`, or drop this step")
            .About($"{action.Name}");
    }
}
