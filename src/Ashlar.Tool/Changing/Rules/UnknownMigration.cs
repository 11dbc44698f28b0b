using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Emit.Migrations;

namespace Ashlar.Tool.Changing.Rules;

/// <summary>A change for which no decision says what becomes of the rows.</summary>
internal sealed class UnknownMigration : Rule
{
    public static Diagnostic Of(MigrationQuestion question) =>
        Diagnostic.Of<UnknownMigration>(Location.None, $"there is no migration for the rows of `{question.Element}`")
            .WithNote(question.Text)
            .WithHelp(question.Way);
}
