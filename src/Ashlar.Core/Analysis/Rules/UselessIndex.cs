using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An index that begins with a field that nothing filters, sorts or looks up by.</summary>
internal sealed class UselessIndex : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Model.Apis.IsEmpty || facts.Model.Entities.All(entity => entity.Indexes.IsEmpty))
        {
            return;
        }

        var used = FindUsed(facts);
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var index in entity.Indexes.Where(index => index.Keys.Count > 0))
            {
                var first = index.Keys[0].Field;
                if (!used.Contains((entity.Name, first)) && entity.Field(first)?.Type is not Model.Types.ReferenceType)
                {
                    report.Add(At(index.Origin, $"nothing filters or sorts `{entity.Name.Name}` by `{first}`")
                        .WithLabel("costs time and space at every change")
                        .WithHelp($"remove this index, or offer a filter or sort by `{first}`")
                        .WithFix(Fix.Remove(FixSafety.Safe, index.Origin.Location, "remove the index"))
                        .About($"{entity.Name}"));
                }
            }
        }
    }

    /// <summary>Fields that a list offers, and all that some condition reads.</summary>
    private static HashSet<(ElementName Entity, string Field)> FindUsed(ModelFacts facts)
    {
        var used = new HashSet<(ElementName, string)>();
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes))
        {
            foreach (var list in expose.Endpoints.Where(endpoint => endpoint.Kind == EndpointKind.List))
            {
                used.UnionWith(list.Filters.Select(filter => (expose.Entity, filter.Field)));
                used.UnionWith(list.Orders.Select(sort => (expose.Entity, sort.Field)));
            }
        }

        var read = facts.Expressions.SelectMany(written => written.Nodes).OfType<FieldAccess>();
        used.UnionWith(read.Where(access => access.Target.Type is Model.Types.ReferenceType)
            .Select(access => (((Model.Types.ReferenceType)access.Target.Type).Entity, access.Field)));
        return used;
    }
}
