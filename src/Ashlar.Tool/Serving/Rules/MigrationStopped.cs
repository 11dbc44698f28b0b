using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>The tables of a database did not become those of the model.</summary>
internal sealed class MigrationStopped : EnvironmentRule
{
    /// <param name="database">The database as a person would name it.</param>
    /// <param name="reason">What the system says, in one or more lines.</param>
    public static Diagnostic Because(string database, string reason) =>
        Diagnostic.Of<MigrationStopped>(Location.None, $"the database `{database}` cannot be migrated")
            .WithNote(reason.Trim())
            .WithHelp("change the rows that are named, or the plan, and run `ashlar migrate` again: it goes on where it stopped");
}
