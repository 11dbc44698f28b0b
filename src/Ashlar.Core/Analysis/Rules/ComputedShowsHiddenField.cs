using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A computed field that is readable for people who may not read what it is computed from.</summary>
internal sealed class ComputedShowsHiddenField : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var readers = new Readers(facts);
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var field in entity.Fields)
            {
                if (field.Computed is { } computed && FirstGap(facts, readers, entity, field, computed) is { } gap)
                {
                    report.Add(Found(entity, field, gap));
                }
            }
        }
    }

    /// <summary>Only rules that show the computed field count.</summary>
    private static Gap? FirstGap(ModelFacts facts, Readers readers, Entity entity, Field field, Expression computed)
    {
        var paths = Readers.PathsOf(FunctionInliner.Inline(computed, facts.Model.Function));
        return entity.Allowing(Operation.Read)
            .Where(rule => rule.Mentions(field.Name))
            .SelectMany(rule => readers.GapsOf(rule, [.. paths]))
            .FirstOrDefault();
    }

    private Diagnostic Found(Entity entity, Field field, Gap gap) =>
        At(field.Origin, $"`{field.Name}` tells `{gap.Field}` to {gap.Who}, {gap.HowFar}")
            .WithLabel($"computed from `{gap.Field}`")
            .WithRelated(gap.Rule.Origin.Location, $"shows {gap.Who} `{field.Name}`")
            .WithHelp($"let {gap.Who} read `{gap.Field}`, or leave `{field.Name}` out of the rule")
            .About($"{entity.Name}.{field.Name}");
}
