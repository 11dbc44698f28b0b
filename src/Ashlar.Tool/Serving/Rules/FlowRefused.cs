using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>What was to be done about a workflow cannot be done.</summary>
internal sealed class FlowRefused : EnvironmentRule
{
    /// <param name="database">The database as a person would name it.</param>
    /// <param name="reason">What the system says.</param>
    public static Diagnostic Because(string database, string reason) =>
        Diagnostic.Of<FlowRefused>(Location.None, $"nothing was done about the workflows in `{database}`")
            .WithNote(reason.Trim())
            .WithHelp("`ashlar flow list` shows the instances, `ashlar flow show --of ID` one of them");
}
