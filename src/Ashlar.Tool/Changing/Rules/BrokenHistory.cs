using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Changing.Rules;

/// <summary>The history of a system does not hold together.</summary>
internal sealed class BrokenHistory : Rule
{
    public static Diagnostic Because(string path, string reason) =>
        Of(path, "the history cannot be read").WithNote(reason).WithHelp("allow reading it");

    public static Diagnostic Unreadable(string path) =>
        Of(path, "this plan of the history cannot be read")
            .WithNote("it was edited, cut off, or written by a later version of ashlar")
            .WithHelp("restore it from version control");

    public static Diagnostic Gap(HistoryEntry entry) =>
        Of(entry.Folder, "the plan before this one is not in the history")
            .WithNote(entry.Base.Length == 0 ? "it says that it is the first one" : $"it follows the plan `{entry.Base}`")
            .WithHelp("restore `history/` from version control");

    public static Diagnostic Model(HistoryEntry entry) =>
        Of(entry.Folder, "the model of this plan does not check any more")
            .WithNote("it was edited, or this version of ashlar reads it differently")
            .WithHelp("restore it from version control, or use the version of ashlar that applied it");

    private static Diagnostic Of(string path, string message) =>
        Diagnostic.Of<BrokenHistory>(new Location(path, default), message);
}
