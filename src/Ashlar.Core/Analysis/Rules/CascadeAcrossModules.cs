using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Deleting a row of one module deletes rows of another, which the first does not know of.</summary>
internal sealed class CascadeAcrossModules : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var field in entity.Fields.Where(field => field.OnDelete == DeleteRule.Cascade && !field.IsOwnerReference))
            {
                if (facts.TargetOf(field) is { } target && IsElsewhere(entity, target))
                {
                    report.Add(Found(entity, field, target));
                }
            }
        }
    }

    private static bool IsElsewhere(Entity entity, Entity target) =>
        !string.Equals(entity.Name.Module, target.Name.Module, StringComparison.Ordinal);

    private Diagnostic Found(Entity entity, Field field, Entity target) =>
        At(field.Origin, $"deleting {Article.Of(target.Name.ToString())} deletes its `{entity.Name.Name}` rows in another module")
            .WithLabel("`on delete cascade` crosses into this module")
            .WithRelated(target.Origin.Location, $"module `{target.Name.Module}` does not know of these rows")
            .WithHelp("keep the rows with `on delete restrict` or `on delete clear`")
            .About($"{entity.Name}.{field.Name}");
}
