using System.Collections.Immutable;
using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Entities that need each other's rows: the first row of none of them can be made.</summary>
internal sealed class RequiredReferenceCycle : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var names = facts.Model.Entities.Select(entity => entity.Name).ToList();
        foreach (var cycle in Cycles.Find(names, name => RequiredBy(facts, name), TargetOf))
        {
            report.Add(Found(facts, cycle));
        }
    }

    private static IEnumerable<Reference> RequiredBy(ModelFacts facts, ElementName name) =>
        facts.Model.Entity(name) is not { } entity
            ? []
            : entity.Fields.Where(IsRequired).Select(field => new Reference(entity, field));

    private static bool IsRequired(Field field) =>
        field is { Type: ReferenceType { IsNullable: false }, Computed: null, IsOwnerReference: false };

    private static ElementName TargetOf(Reference reference) =>
        reference.Field.Type is ReferenceType type ? type.Entity : reference.Owner.Name;

    private Diagnostic Found(ModelFacts facts, ImmutableArray<Reference> cycle)
    {
        var first = cycle[0];
        var message = cycle.Length == 1
            ? $"the first `{first.Owner.Name.Name}` cannot be made, for `{first.Field.Name}` needs another one"
            : $"the first `{first.Owner.Name.Name}` cannot be made, for it needs itself by {cycle.Length} references";
        var found = At(first.Field.Origin, message)
            .WithLabel("step 1: required")
            .WithHelp($"make one of them optional, for example `{first.Field.Name}` with a `?` behind its type")
            .About($"{first.Owner.Name}.{first.Field.Name}");
        for (var i = 1; i < cycle.Length; i++)
        {
            found = found.WithRelated(cycle[i].Field.Origin.Location, $"step {i + 1}: `{cycle[i]}` is required too");
        }

        var path = cycle.Select((step, i) =>
            $"{i + 1}. `{step}` needs {Article.Of(facts.TargetOf(step.Field)?.Name.Name ?? "")}");
        return cycle.Length > 1 ? found.WithNote(string.Join(", ", path)) : found;
    }
}
