using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Analysis.Indexes;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A view that no index narrows, so that each request reads every row of an entity.</summary>
internal sealed class ViewWithoutIndex : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var exposed = facts.Model.Apis.SelectMany(api => api.Views).Select(endpoint => endpoint.View).ToHashSet();
        foreach (var view in facts.Model.Views.Where(view => exposed.Contains(view.Name)))
        {
            if (facts.Model.Entity(view.Entity) is { } entity && !IsServed(facts, view, entity))
            {
                report.Add(Found(view, entity));
            }
        }
    }

    private Diagnostic Found(View view, Entity entity) =>
        At(view.Origin, $"`{view.Name.Name}` reads every row of `{entity.Name.Name}`")
            .WithLabel(view.IsGrouped ? "groups all rows there are" : "neither a condition nor the order is served by an index")
            .WithRelated(entity.Origin.Location, "the rows that are read")
            .WithHelp($"compare a field of `{view.Row}` with a known value in `where`, joined to the rest by `and`")
            .About($"{view.Name}");

    /// <summary>
    /// By a condition on the row or on a row that it refers to, by the rules that show the row, or by the order of a view that
    /// does not group: for the row's own fields the indexes are derived.
    /// </summary>
    private static bool IsServed(ModelFacts facts, View view, Entity entity) =>
        IsNarrowed(facts, view.Where) || IsOwned(facts, view, entity) || (!view.IsGrouped && IsSorted(view, entity));

    private static bool IsNarrowed(ModelFacts facts, Expression? where)
    {
        var condition = where is null ? null : FunctionInliner.Inline(where, facts.Model.Function);
        return Lookups.FieldsOf(condition, IsThis).Count > 0
            || ReferencesIn(condition).Any(path =>
                path.Type is ReferenceType row && facts.Model.Entity(row.Entity) is { } target
                && Lookups.FieldsOf(condition, node => node == path).Overlaps(IndexedFields.FirstOf(target)));
    }

    private static IEnumerable<FieldAccess> ReferencesIn(Expression? condition) =>
        condition?.DescendantsAndSelf().OfType<FieldAccess>().Where(access => access.Type is ReferenceType) ?? [];

    /// <summary>Those who may ask see rows of their own only; somebody of them may have a role that shows more.</summary>
    private static bool IsOwned(ModelFacts facts, View view, Entity entity) => view.AllRows is null
        && view.Access.Rules.SelectMany(rule => rule.Audience.Groups()).All(audience => entity.Allowing(Operation.Read)
            .Where(rule => rule.Audience.Covers(audience))
            .All(rule => rule.DependsOnCaller(facts) && IsNarrowed(facts, rule.Where)));

    private static bool IsSorted(View view, Entity entity) => view.Sort is [var first, ..]
        && Selected(view, first.Value) is FieldAccess { Target: Variable { Kind: VariableKind.This } } key
        && entity.Field(key.Field) is { Computed: null };

    private static Expression? Selected(View view, Expression value) => value is Variable { Kind: VariableKind.Column } column
        ? view.Columns.FirstOrDefault(one => one.Name == column.Name)?.Value
        : value;

    private static bool IsThis(Expression node) => node is Variable { Kind: VariableKind.This };
}
