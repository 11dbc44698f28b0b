using System.Collections.Immutable;
using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Computed fields that need each other's value.</summary>
internal sealed class ComputedCycle : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var computed = facts.Model.Entities.SelectMany(ComputedOf).ToDictionary(KeyOf);
        var steps = computed.ToDictionary(pair => pair.Key, pair => StepsFrom(facts, pair.Value.Field, computed.ContainsKey));
        foreach (var cycle in Cycles.Find(computed.Keys.ToList(), field => steps[field], step => step))
        {
            report.Add(Found([.. cycle.Select(field => computed[field])]));
        }
    }

    private static IEnumerable<Reference> ComputedOf(Entity entity) =>
        entity.Fields.Where(field => field.Computed is not null).Select(field => new Reference(entity, field));

    private static (ElementName Entity, string Field) KeyOf(Reference field) => (field.Owner.Name, field.Field.Name);

    private static ImmutableArray<(ElementName Entity, string Field)> StepsFrom(
        ModelFacts facts, Field from, Func<(ElementName Entity, string Field), bool> isComputed)
    {
        if (from.Computed is not { } value)
        {
            return [];
        }

        var read =
            from node in FunctionInliner.Inline(value, facts.Model.Function).DescendantsAndSelf()
            let access = node as FieldAccess
            let type = access?.Target.Type as ReferenceType
            where type is not null
            select (type.Entity, access.Field);
        return [.. read.Where(isComputed).Distinct()];
    }

    /// <summary>Each step of a cycle is the field that it leads to, so the last one is where it starts.</summary>
    private Diagnostic Found(ImmutableArray<Reference> cycle)
    {
        var start = cycle[^1];
        var message = cycle.Length == 1
            ? $"`{start.Field.Name}` is computed from itself"
            : $"`{start.Field.Name}` is computed from itself through {cycle.Length - 1} more";
        var found = At(start.Field.Origin, message)
            .WithLabel(cycle.Length == 1 ? "needs its own value" : $"needs `{cycle[0]}`")
            .WithHelp("compute one of them from stored fields only")
            .About($"{start.Owner.Name}.{start.Field.Name}");
        for (var i = 0; i < cycle.Length - 1; i++)
        {
            found = found.WithRelated(cycle[i].Field.Origin.Location, $"needs `{cycle[i + 1]}`");
        }

        return found;
    }
}
