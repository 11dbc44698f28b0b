using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An entity that no API offers and nothing else reads: its rows can neither be made nor seen.</summary>
internal sealed class UnreachableEntity : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Model.Apis.IsEmpty)
        {
            return;
        }

        var reached = FindReached(facts);
        foreach (var entity in facts.Model.Entities)
        {
            if (entity.Access.Kind == AccessKind.Rules && !entity.IsPrincipal && !reached.Contains(entity.Name))
            {
                report.Add(At(entity.Origin, $"nobody can reach the rows of `{entity.Name.Name}`")
                    .WithLabel("in no API, and nothing reads it")
                    .WithHelp($"expose `{entity.Name.Name}` in an API, or write `access internal`")
                    .About($"{entity.Name}"));
            }
        }
    }

    private static HashSet<ElementName> FindReached(ModelFacts facts)
    {
        var reached = new HashSet<ElementName>(facts.Model.Apis.SelectMany(api => api.Exposes).Select(expose => expose.Entity));
        foreach (var node in facts.Expressions.SelectMany(written => written.Nodes))
        {
            if (EntityOf(node) is { } entity)
            {
                reached.Add(entity);
            }
        }

        foreach (var step in facts.Model.AllActions.SelectMany(action => action.Steps()))
        {
            if (step is CreateStatement or ForStatement && step.Mentioned() is { } handled)
            {
                reached.Add(handled);
            }
        }

        reached.UnionWith(facts.Model.Views.Select(view => view.Entity));
        foreach (var collection in IncludedCollections(facts))
        {
            reached.Add(collection);
        }

        return reached;
    }

    private static ElementName? EntityOf(Expression node) => node switch
    {
        Comprehension { EntitySource: { } source } => source,
        FieldAccess { Type: ListType { Item: ReferenceType item } } => item.Entity,
        FieldAccess { Target: FieldAccess { Type: ReferenceType reference } } => reference.Entity,
        _ => null,
    };

    /// <summary>Rows that are written or shown with their owner.</summary>
    private static IEnumerable<ElementName> IncludedCollections(ModelFacts facts) =>
        from expose in facts.Model.Apis.SelectMany(api => api.Exposes)
        let owner = facts.Model.Entity(expose.Entity)
        where owner is not null
        from endpoint in expose.Endpoints
        from name in endpoint.With.Concat(endpoint.Includes)
        let relation = owner.Field(name)?.Relation
        where relation is not null
        select relation.Target;
}
