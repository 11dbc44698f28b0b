using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A shape that shows a field to people who may see the row but not that field.</summary>
internal sealed class ShapeShowsHiddenField : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var readers = new Readers(facts);
        foreach (var shape in facts.Model.Shapes)
        {
            if (facts.Model.Entity(shape.Entity) is not { } entity)
            {
                continue;
            }

            // What a shape takes from another is reported there.
            var inherited = shape.Extends is { } extends ? facts.Model.Shape(extends)?.Fields.Count ?? 0 : 0;
            foreach (var field in shape.Fields.Skip(inherited).Where(field => !field.IsWhenAllowed))
            {
                if (readers.FirstGap(entity, field.Value) is { } gap)
                {
                    report.Add(Found(shape, field, gap));
                }
            }
        }
    }

    private Diagnostic Found(Shape shape, ShapeField field, Gap gap) =>
        At(field.Origin, $"`{shape.Name.Name}` shows `{gap.Field}` to {gap.Who}, {gap.HowFar}")
            .WithLabel($"reads `{gap.Field}` of `{gap.Entity.Name.Name}`")
            .WithRelated(gap.Rule.Origin.Location, $"shows {gap.Who} the row")
            .WithHelp("add `when allowed`, so that the key is absent for those who may not read it")
            .WithHelp(
                $"grant it to them in `{gap.Entity.Name.Name}` otherwise: `read {{ {gap.Field} }} to {gap.Group.Written()}`")
            .WithFix(Fix.Insert(
                FixSafety.Unsafe, field.Value.Origin.Path, field.Value.Origin.Span.End, " when allowed", "add `when allowed`"))
            .About($"{shape.Name}.{field.Name}");
}
