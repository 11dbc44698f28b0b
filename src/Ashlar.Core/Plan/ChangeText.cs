using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>How a decision gets into the text of a model.</summary>
internal static class ChangeText
{
    /// <summary>A decision as it is to be written, with a reason that is true of most.</summary>
    public static string Of(string decision, string because) => $"{decision} because \"{because}\"";

    /// <summary>An edit that writes a decision at the end of the file that the finding is in.</summary>
    public static Fix Adding(Origin place, string decision, string title)
    {
        var source = place.Source ?? throw new InvalidOperationException("a finding about a change has a place in the model");
        var text = source.Text.EndsWith('\n') ? "" : "\n";
        return Fix.Insert(
            FixSafety.Choice, source.Path, source.Text.Length, $"{text}\nchange {{\n  {decision}\n}}\n", title);
    }
}
