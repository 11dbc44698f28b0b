using System.Data.Common;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>The database of a run cannot be reached or used.</summary>
internal sealed class DatabaseUnavailable : EnvironmentRule
{
    /// <param name="database">The database as a person would name it.</param>
    /// <param name="refusal">What the driver says.</param>
    public static Diagnostic Because(string database, DbException refusal) =>
        Diagnostic.Of<DatabaseUnavailable>(Location.None, $"the database `{database}` cannot be used")
            .WithNote(refusal.Message)
            .WithHelp("start it, or name another one with `--database`");
}
