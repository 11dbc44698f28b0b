using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>What was to be done about the delivery of an event cannot be done.</summary>
internal sealed class EventsRefused : EnvironmentRule
{
    /// <param name="database">The database as a person would name it.</param>
    /// <param name="reason">What the system says.</param>
    public static Diagnostic Because(string database, string reason) =>
        Diagnostic.Of<EventsRefused>(Location.None, $"nothing was done about the events in `{database}`")
            .WithNote(reason.Trim())
            .WithHelp("`ashlar events list` shows what has failed, `ashlar events show --of ID` one event");
}
