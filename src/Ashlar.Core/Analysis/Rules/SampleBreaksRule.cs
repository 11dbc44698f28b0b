using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Values;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A sample that the bounds of a field, a check or another sample refuse: the system would not start with it.</summary>
internal sealed class SampleBreaksRule : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var rows = SampledRow.Of(facts.Model);
        foreach (var row in rows)
        {
            CheckRow(facts, row, report);
        }

        foreach (var collision in new SampleCollisions(facts).Among(rows))
        {
            report.Add(FoundCollision(collision));
        }
    }

    private void CheckRow(ModelFacts facts, SampledRow row, DiagnosticBag report)
    {
        var isBroken = false;
        foreach (var value in row.Values)
        {
            if (row.Entity.Field(value.Field) is { } field
                && SampledRow.ConstantOf(value) is { } constant
                && Bounds.BrokenBy(field, constant) is { } bound)
            {
                isBroken = true;
                report.Add(FoundValue(row.Entity, field, bound, value.Origin));
            }
        }

        if (!isBroken)
        {
            CheckChecks(facts, row, report);
        }
    }

    private void CheckChecks(ModelFacts facts, SampledRow row, DiagnosticBag report)
    {
        var entity = row.Entity;
        foreach (var check in entity.Checks)
        {
            var condition = row.Fill(FunctionInliner.Inline(check.Condition, facts.Model.Function));
            if (!facts.Solver.CanHold(Goal.Holds(condition)) && facts.Solver.CanHold(Goal.Holds(check.Condition)))
            {
                report.Add(At(row.Origin, $"this sample does not pass the check `{check.Name}` of `{entity.Name.Name}`")
                    .WithLabel("the row would be refused")
                    .WithRelated(check.Condition.Origin.Location, "the check")
                    .WithHelp("change the values that the check compares")
                    .About($"{entity.Name}.{check.Name}"));
            }
        }
    }

    private Diagnostic FoundValue(Entity entity, Field field, string bound, Origin origin) =>
        At(origin, $"the sample's `{field.Name}` breaks `{bound}` of the field")
            .WithLabel("the row would be refused")
            .WithRelated(field.Origin.Location, $"asks for `{bound}`")
            .WithHelp("change the value")
            .About($"{entity.Name}.{field.Name}");

    private Diagnostic FoundCollision(SampleCollision found) =>
        At(found.Row.Origin, $"{found.Row.Described} and {found.Earlier.DescribedAsOther} break {found.Rule} of `{found.Entity}`")
            .WithLabel("the row would be refused")
            .WithRelated(found.Earlier.Origin.Location, "the row that it collides with")
            .WithRelated(found.RuleOrigin.Location, "the rule")
            .WithHelp("change one of the two rows")
            .About(found.Symbol);
}
