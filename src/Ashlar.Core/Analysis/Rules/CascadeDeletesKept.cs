using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Rows that say `never delete` and are deleted all the same, with the row that they refer to.</summary>
internal sealed class CascadeDeletesKept : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Access.Never.Contains(Operation.Delete)))
        {
            if (FindDeletion(facts, entity) is { } path)
            {
                report.Add(Found(facts, entity, path));
            }
        }
    }

    /// <summary>The references from the kept row up to one whose rows somebody may delete.</summary>
    private static ImmutableArray<Reference>? FindDeletion(ModelFacts facts, Entity kept)
    {
        var seen = new HashSet<ElementName> { kept.Name };
        var open = new Queue<(Entity Entity, ImmutableArray<Reference> Path)>([(kept, [])]);
        while (open.TryDequeue(out var next))
        {
            foreach (var field in next.Entity.Fields.Where(field => field.OnDelete == DeleteRule.Cascade))
            {
                if (facts.TargetOf(field) is not { } target || !seen.Add(target.Name))
                {
                    continue;
                }

                var path = next.Path.Add(new Reference(next.Entity, field));
                if (IsDeleted(facts, target))
                {
                    return path;
                }

                open.Enqueue((target, path));
            }
        }

        return null;
    }

    private static bool IsDeleted(ModelFacts facts, Entity entity) =>
        entity.Access.Rules.Any(rule => rule.Operations.Contains(Operation.Delete))
        || facts.Model.AllActions
            .SelectMany(action => action.Steps().OfType<DeleteStatement>())
            .Any(step => step.Entity == entity.Name);

    private Diagnostic Found(ModelFacts facts, Entity kept, ImmutableArray<Reference> path)
    {
        var last = facts.TargetOf(path[^1].Field)?.Name.Name ?? "";
        var message = $"deleting {Article.Of(last)} deletes `{kept.Name.Name}` rows, which are never to be deleted";
        var found = At(path[0].Field.Origin, message)
            .WithLabel("`on delete cascade` takes the row along")
            .WithRelated(kept.Access.Origin.Location, "says `never delete`")
            .WithHelp($"keep the `{last}` while there are such rows, with `on delete restrict`")
            .About($"{kept.Name}.{path[0].Field.Name}");
        foreach (var step in path.Skip(1))
        {
            found = found.WithRelated(step.Field.Origin.Location, $"`{step}` cascades in turn");
        }

        return found;
    }
}
