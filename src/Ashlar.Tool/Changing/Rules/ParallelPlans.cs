using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Changing.Rules;

/// <summary>Two plans follow the same one: they were made on two branches.</summary>
internal sealed class ParallelPlans : Rule
{
    public static Diagnostic Of(HistoryEntry first, HistoryEntry second) =>
        Diagnostic.Of<ParallelPlans>(
                new Location(second.Folder, default), $"two plans follow the same one: number {first.Number} was made twice")
            .WithRelated(new Location(first.Folder, default), "the other one")
            .WithNote("each was made without the other, so nobody has seen what both do together")
            .WithHelp("delete the folder of the one that no database has seen, then plan again on top of the other");
}
