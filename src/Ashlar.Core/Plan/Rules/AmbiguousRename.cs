using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A name is gone and another one is new: whether one was the other, only the author knows.</summary>
internal sealed class AmbiguousRename : Rule
{
    /// <summary>Reported where the likeliest candidate stands; the others follow.</summary>
    public static Diagnostic At(ElementPath gone, ImmutableArray<RenameCandidate> candidates)
    {
        var best = candidates[0];
        var (was, drop) = (KindNames.Short(gone), ChangeText.Of(Decision(gone), "Nobody needs it any more."));
        var found = Diagnostic.Of<AmbiguousRename>(
                best.Place.Location, $"`{gone.Name}` is gone and `{best.Path.Name}` is new: one may have been the other")
            .WithLabel($"may have been `{gone.Name}`: {best.Evidence}")
            .About(best.Path.Path)
            .WithNearest(candidates.Select(candidate => candidate.Path.Name))
            .WithHelp($"say that it is the same with `was {gone.Name}` behind it")
            .WithHelp($"say that it is not with `{drop}` in a block `change {{ … }}`");
        foreach (var other in candidates.Skip(1))
        {
            found = found.WithRelated(other.Place.Location, $"or `{gone.Name}` is this now: {other.Evidence}");
        }

        return candidates.Aggregate(found, (whole, candidate) => whole.WithFix(Was(gone, candidate)))
            .WithFix(ChangeText.Adding(best.Place, drop, $"drop `{was}` and what it holds"));
    }

    private static string Decision(ElementPath gone) => $"drop {KindNames.Short(gone)}";

    private static Fix Was(ElementPath gone, RenameCandidate candidate) => Fix.Insert(
        FixSafety.Choice,
        candidate.Place.Path,
        candidate.WasAt,
        $" was {gone.Name}",
        $"say that `{candidate.Path.Name}` was `{gone.Name}`");
}
