using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Changing.Rules;

/// <summary>A system with a history is built from a model whose database nobody has planned.</summary>
internal sealed class UnappliedChange : Rule
{
    public static Diagnostic Of(PlannedChange planned, HistoryEntry last) =>
        Diagnostic.Of<UnappliedChange>(
                new Location(SystemFolder.ModelFolder, default),
                $"the model is not the one of plan {last.Number}, which was applied last")
            .WithNote("its database is not the one of that plan, and the system would refuse it; nothing was written")
            .WithHelp($"read what it does with `ashlar plan`, then write it with `ashlar apply --plan {planned.Id}`");
}
