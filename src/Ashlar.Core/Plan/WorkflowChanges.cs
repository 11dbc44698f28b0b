using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// What becomes of running instances when workflows change. An instance is a step and values, so that this is asked of each
/// step: which is it now, and does an instance there have what it needs from there on?
/// </summary>
public static class WorkflowChanges
{
    /// <summary>Every workflow of the old model that does not mean the same any more.</summary>
    public static IEnumerable<WorkflowChange> Of(Correspondence pairs)
    {
        foreach (var before in pairs.Before.Workflows)
        {
            var path = ElementPath.Of(ElementKind.Workflow, before.Name);
            if (pairs.NewOf(path) is not { } now)
            {
                var drop = pairs.Decisions.Drops.FirstOrDefault(drop => drop.Element == path);
                yield return new WorkflowChange(before, null) { Because = drop?.Because ?? "" };
            }
            else if (pairs.After.Workflows.FirstOrDefault(one => one.Name == now.ToElementName()) is { } after
                && IsOther(before, after))
            {
                yield return Of(pairs, before, after);
            }
        }
    }

    /// <summary>The step or end of the new workflow that a step of the old one is; null where it is gone.</summary>
    public static string? NewStep(Correspondence pairs, Workflow before, string step) =>
        pairs.NewOf(PathOf(before, step))?.Name;

    /// <summary>A step of a workflow, as a plan names it.</summary>
    public static ElementPath PathOf(Workflow workflow, string step) => new(ElementKind.Step, $"{workflow.Name}.{step}");

    /// <summary>A value that instances carry, as a plan names it.</summary>
    public static ElementPath ValueOf(Workflow workflow, string value) => new(ElementKind.Given, $"{workflow.Name}.{value}");

    private static bool IsOther(Workflow before, Workflow after) =>
        Meaning.Of(before, RenamedNames.None, hasDocumentation: false)
            != Meaning.Of(after, RenamedNames.None, hasDocumentation: false);

    private static WorkflowChange Of(Correspondence pairs, Workflow before, Workflow after)
    {
        var kept = new CarriedPairs(pairs, before, after).Kept().ToValueList();
        var old = new StepKnowledge(before);
        var now = new StepKnowledge(after);
        var work = new WorkComparison(pairs, before, after);
        var given = after.Carried.Where(value => value.Name == after.Start.Name && !value.Variable.Type.IsNullable)
            .Select(value => value.Variable.Name).ToList();
        var fills = pairs.Decisions.Fills.Where(fill => fill.Field.Kind == ElementKind.Given)
            .ToDictionary(fill => fill.Field.Path, StringComparer.Ordinal);
        var positions = before.Steps.Select(step => Position(step)).ToValueList();
        return new WorkflowChange(before, after)
        {
            Kept = kept,
            HearsOthers = !work.HearsSame(),
            Fills = after.Carried.Select(FillOf).OfType<GivenFill>().ToValueList(),
            Positions = positions.Select(position => position with
            {
                Lacks = position.Lacks.Where(value => !fills.ContainsKey(ValueOf(after, value).Path)).ToValueList(),
            }).ToValueList(),
        };

        InstancePosition Position(WorkflowStep step)
        {
            var move = pairs.Decisions.Moves.FirstOrDefault(move => move.Step == PathOf(before, step.Name));
            var target = move?.To ?? NewStep(pairs, before, step.Name);
            var fate = target is null ? PositionFate.Stranded
                : move is not null ? PositionFate.Moves
                : work.IsSame(step, after.Step(target)) ? PositionFate.Stays
                : PositionFate.BeginsAnew;
            var has = kept.Where(value => old.Has(step.Name).Contains(value.Before.Variable.Name)
                    && (!value.Before.Variable.Type.IsNullable || value.After.Variable.Type.IsNullable))
                .Select(value => value.After.Variable.Name).ToHashSet(StringComparer.Ordinal);
            var needs = target is null ? [] : now.Needs(target).Concat(given).Distinct(StringComparer.Ordinal);
            return new InstancePosition(step.Name, target, fate)
            {
                Lacks = needs.Where(value => !has.Contains(value)).Order(StringComparer.Ordinal).ToValueList(),
                Because = move?.Because ?? "",
            };
        }

        GivenFill? FillOf(CarriedValue value)
        {
            var lacking = positions.Where(position => position.Lacks.Contains(value.Variable.Name))
                .Select(position => position.Step).ToValueList();
            return fills.TryGetValue(ValueOf(after, value.Variable.Name).Path, out var fill) && fill.Value is Literal constant
                ? new GivenFill(value, constant, lacking, fill.Because)
                : null;
        }
    }
}
