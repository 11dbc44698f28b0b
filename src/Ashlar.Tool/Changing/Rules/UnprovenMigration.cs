using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Changing.Rules;

/// <summary>A migration that was tried and does not run, or after which values are gone that no decision gives up.</summary>
internal sealed class UnprovenMigration : Rule
{
    public static IEnumerable<Diagnostic> Of(LossLedger ledger) => ledger.Failure is { } failure
        ? [Say("the migration was tried and does not run", failure)]
        : ledger.Uncovered.Select(lost => Say(
            $"values of `{lost.Element}` are gone behind the migration, and no decision says so",
            FormattableString.Invariant($"{lost.Count} are gone or others, of which {lost.PutAside} are put aside")));

    private static Diagnostic Say(string message, string note) =>
        Diagnostic.Of<UnprovenMigration>(Location.None, message)
            .WithNote(note)
            .WithHelp("take two plans: one that adds the new beside the old, and one that drops the old")
            .WithHelp("report this change: a migration that loses what nobody gave up is a defect of ashlar");
}
