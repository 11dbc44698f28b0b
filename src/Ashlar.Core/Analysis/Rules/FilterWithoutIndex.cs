using Ashlar.Core.Analysis.Indexes;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A filter or sort of a list that no index can serve, so that it reads every row.</summary>
internal sealed class FilterWithoutIndex : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes))
        {
            if (facts.Model.Entity(expose.Entity) is { } entity && expose.Endpoint(EndpointKind.List) is { } list)
            {
                CheckList(facts, entity, list, report);
            }
        }
    }

    private void CheckList(ModelFacts facts, Entity entity, Endpoint list, DiagnosticBag report)
    {
        var byField = list.Filters.Select(filter => (Means: "filter", filter.Field, filter.Origin))
            .Concat(list.Orders.Select(sort => (Means: "sort", sort.Field, sort.Origin)));
        foreach (var (means, name, origin) in byField)
        {
            if (entity.Field(name) is { Computed: { } computed } field && !IsOfOwnRow(computed))
            {
                report.Add(At(origin, $"the {means} by `{name}` computes it for every row of `{entity.Name.Name}`")
                    .WithLabel("cannot be served by an index")
                    .WithRelated(field.Origin.Location, "computed from other rows")
                    .WithHelp($"leave the {means} out, or store what it asks for in a field")
                    .About($"{entity.Name}.{name}"));
            }
        }

        foreach (var filter in list.NamedFilters)
        {
            var condition = FunctionInliner.Inline(filter.Condition, facts.Model.Function);
            if (Lookups.FieldsOf(condition, IsThis).Count == 0)
            {
                report.Add(At(filter.Origin, $"the filter `{filter.Parameter.Name}` reads every row of `{entity.Name.Name}`")
                    .WithLabel("compares no field of the row directly with the parameter")
                    .WithHelp($"compare a field with `{filter.Parameter.Name}`, joined to the rest by `and`")
                    .About($"{entity.Name}"));
            }
        }
    }

    private static bool IsThis(Expression node) => node is Variable { Kind: VariableKind.This };

    private static bool IsOfOwnRow(Expression computed) => computed.DescendantsAndSelf().All(node =>
        node is not Comprehension && node is not FieldAccess { Target: FieldAccess { Type: Model.Types.ReferenceType } });
}
