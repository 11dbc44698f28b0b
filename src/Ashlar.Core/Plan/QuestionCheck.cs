using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Plan.Rules;

namespace Ashlar.Core.Plan;

/// <summary>Reports every question of a change that no decision answers.</summary>
internal sealed class QuestionCheck(Correspondence pairs, RenameCandidates candidates, DiagnosticBag report)
{
    public void Run()
    {
        CheckDrops();
        CheckValues();
        CheckFills();
        CheckConversions();
        CheckInstances();
    }

    private void CheckDrops()
    {
        var decided = pairs.Decisions.Drops.Select(drop => drop.Element).ToHashSet();
        foreach (var asked in OpenQuestions.Dropped(pairs).Where(asked => !decided.Contains(asked.Path)))
        {
            var possible = candidates.Of(asked.Path);
            report.Add(possible.IsEmpty ? UndecidedDrop.At(asked) : AmbiguousRename.At(asked.Path, possible));
        }
    }

    private void CheckValues()
    {
        var decided = pairs.Decisions.Mappings
            .SelectMany(mapping => mapping.Values.Select(value => (mapping.Holder, value.From)))
            .ToHashSet();
        foreach (var asked in OpenQuestions.Unmapped(pairs).Where(asked => !decided.Contains((asked.Path, asked.Value))))
        {
            report.Add(UndecidedValue.At(asked, OpenQuestions.ValuesOf(pairs.After, asked.Path)));
        }
    }

    private void CheckFills()
    {
        var decided = pairs.Decisions.Fills.Select(fill => fill.Field)
            .Concat(pairs.Decisions.Conversions.Select(conversion => conversion.Field))
            .ToHashSet();
        foreach (var asked in OpenQuestions.Unfilled(pairs).Where(asked => !decided.Contains(asked.Path)))
        {
            report.Add(UndecidedFill.At(asked));
        }
    }

    private void CheckConversions()
    {
        var decided = pairs.Decisions.Conversions.Select(conversion => conversion.Field).ToHashSet();
        foreach (var asked in OpenQuestions.Converted(pairs).Where(asked => !decided.Contains(asked.Path)))
        {
            if (FieldAt(asked.Path) is var (old, now))
            {
                report.Add(UndecidedConversion.At(asked, old.Type, now.Type));
            }
        }
    }

    private void CheckInstances()
    {
        foreach (var change in WorkflowChanges.Of(pairs))
        {
            foreach (var position in change.Positions.Where(position => !position.IsDecided))
            {
                report.Add(StrandedInstances.At(change, position));
            }
        }
    }

    private (Field Old, Field Now)? FieldAt(ElementPath path)
    {
        var entity = pairs.After.Entity(path.ToOwnerName());
        return entity?.Field(path.Name) is { } now && pairs.OldOf(entity, now) is { } old ? (old, now) : null;
    }
}
