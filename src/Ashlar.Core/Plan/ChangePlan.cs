using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Plan.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// What becomes of a system when its model changes. With errors among the findings something is not decided, and the plan cannot
/// be carried out.
/// </summary>
public sealed record ChangePlan(Correspondence Pairs, ModelDiff Diff, ImmutableArray<Diagnostic> Findings)
{
    public bool HasErrors => Findings.Any(found => found.IsError);

    public bool IsEmpty => Diff.Changes.IsEmpty;

    /// <summary>What it does, part by part, in the order of the model.</summary>
    public ImmutableArray<Consequence> Consequences { get; } =
    [
        .. new DataConsequences(Pairs).All(),
        .. new ApiConsequences(Pairs).All(),
        .. new SecurityConsequences(Pairs).All(),
        .. new BehaviourConsequences(Pairs, Diff).All(),
    ];

    /// <summary>The gravest of its consequences.</summary>
    public ChangeClass Class => Pairs.Pairs.IsEmpty || Consequences.IsEmpty
        ? ChangeClass.Additive
        : Consequences.Max(consequence => consequence.Class);

    /// <summary>
    /// The plan from an applied model to another one, both of which hold together. The first plan of a system asks nothing: there
    /// is nothing yet that could be called otherwise, or be lost.
    /// </summary>
    public static ChangePlan Of(Compilation before, Compilation after)
    {
        var report = new DiagnosticBag();
        var written = ChangeReader.Read(after.Trees, after.Model);
        var pairs = Correspondence.Of(before.Model, after.Model, Renames(written.Renames, before.Model, after.Model, report));
        pairs = pairs with { Decisions = new DecisionReading(before, after, pairs, report).Read(written.Decisions) };
        new QuestionCheck(pairs, new RenameCandidates(pairs, after.Trees), report).Run();
        return new ChangePlan(pairs, ModelDiff.Of(pairs), before.Trees.IsEmpty ? [] : report.ToSorted());
    }

    /// <summary>Those that say something about this change; the others are reported.</summary>
    private static ValueList<Rename> Renames(
        ImmutableArray<WrittenRename> written, SystemModel before, SystemModel after, DiagnosticBag report)
    {
        var check = new RenameCheck(written, before, after);
        foreach (var rename in written)
        {
            if (check.ProblemOf(rename) is { } problem)
            {
                report.Add(problem);
            }
        }

        return written.Where(rename => check.ProblemOf(rename) is null).Select(rename => rename.Rename).ToValueList();
    }
}
