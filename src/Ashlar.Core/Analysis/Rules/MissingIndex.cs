using Ashlar.Core.Analysis.Indexes;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>
/// An expression or a loop that looks for rows of an entity by fields that no index begins with. It runs for each row or request,
/// so it gets slower with every row that is added.
/// </summary>
internal sealed class MissingIndex : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var written in facts.Expressions)
        {
            foreach (var node in written.Nodes)
            {
                if (node is Comprehension { EntitySource: { } source } search && facts.Model.Entity(source) is { } entity)
                {
                    CheckSearch(facts, written, search, entity, report);
                }
            }
        }

        CheckLoops(facts, report);
    }

    /// <summary>A loop without a condition takes the first rows there are, of an order that an index has to have.</summary>
    private void CheckLoops(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var action in facts.Model.AllActions)
        {
            foreach (var loop in action.Steps().OfType<ForStatement>())
            {
                var isPicky = loop.Where is not null || !loop.Sort.IsEmpty;
                if (isPicky && loop.EntitySource is { } source && facts.Model.Entity(source) is { } entity)
                {
                    Report(entity, FieldsOf(facts, loop), loop.Item.Name, loop.Origin, action.Name, report);
                }
            }
        }
    }

    private static HashSet<string> FieldsOf(ModelFacts facts, ForStatement loop)
    {
        if (loop.Where is not { } where)
        {
            return [.. loop.Sort.Take(1).Select(key => key.Value).OfType<FieldAccess>().Select(access => access.Field)];
        }

        var isItem = IsVariable(VariableKind.Input, loop.Item.Name);
        return [.. Lookups.FieldsOf(FunctionInliner.Inline(where, facts.Model.Function), isItem)];
    }

    private static Func<Expression, bool> IsVariable(VariableKind kind, string name) =>
        node => node is Variable variable && variable.Kind == kind && variable.Name == name;

    private void CheckSearch(ModelFacts facts, Written written, Comprehension search, Entity entity, DiagnosticBag report)
    {
        Report(entity, FieldsOf(facts, search), search.Item.Name, written.Origin, written.Owner, report);
    }

    private void Report(
        Entity entity, HashSet<string> fields, string item, Origin origin, ElementName owner, DiagnosticBag report)
    {
        if (fields.Overlaps(IndexedFields.FirstOf(entity)))
        {
            return;
        }

        var best = fields.Order(StringComparer.Ordinal).FirstOrDefault();
        report.Add(At(origin, $"this reads every row of `{entity.Name.Name}`")
            .WithLabel(best is null ? "compares no field with a known value" : $"no index begins with `{best}`")
            .WithRelated(entity.Origin.Location, "the rows that are read")
            .WithHelp(best is null
                ? $"compare a field of `{item}` with a known value in `where`"
                : $"add `index {best}` to `{entity.Name.Name}`")
            .About($"{owner}"));
    }

    /// <summary>Of `any`, the condition after the colon narrows as `where` does.</summary>
    private static HashSet<string> FieldsOf(ModelFacts facts, Comprehension search)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in new[] { search.Where, search.Kind == Words.ComprehensionKind.Any ? search.Select : null })
        {
            var inlined = condition is null ? null : FunctionInliner.Inline(condition, facts.Model.Function);
            fields.UnionWith(Lookups.FieldsOf(inlined, IsVariable(VariableKind.Item, search.Item.Name)));
        }

        return fields;
    }
}
