using Ashlar.Core.Analysis.Indexes;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>
/// An expression that looks for rows of an entity by fields that no index begins with. It runs for each row or request,
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
    }

    private void CheckSearch(ModelFacts facts, Written written, Comprehension search, Entity entity, DiagnosticBag report)
    {
        var fields = FieldsOf(facts, search);
        if (fields.Overlaps(IndexedFields.FirstOf(entity)))
        {
            return;
        }

        var best = fields.Order(StringComparer.Ordinal).FirstOrDefault();
        report.Add(At(written.Origin, $"this reads every row of `{entity.Name.Name}`")
            .WithLabel(best is null ? "compares no field with a known value" : $"no index begins with `{best}`")
            .WithRelated(entity.Origin.Location, "the rows that are read")
            .WithHelp(best is null
                ? $"compare a field of `{search.Item.Name}` with a known value in `where`"
                : $"add `index {best}` to `{entity.Name.Name}`")
            .About($"{written.Owner}"));
    }

    /// <summary>Of `any`, the condition after the colon narrows as `where` does.</summary>
    private static HashSet<string> FieldsOf(ModelFacts facts, Comprehension search)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in new[] { search.Where, search.Kind == Words.ComprehensionKind.Any ? search.Select : null })
        {
            var inlined = condition is null ? null : FunctionInliner.Inline(condition, facts.Model.Function);
            fields.UnionWith(Lookups.FieldsOf(inlined, node => node is Variable { Kind: VariableKind.Item } item
                && string.Equals(item.Name, search.Item.Name, StringComparison.Ordinal)));
        }

        return fields;
    }
}
