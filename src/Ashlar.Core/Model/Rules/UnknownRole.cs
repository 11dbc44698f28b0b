using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A role that nobody declares.</summary>
internal sealed class UnknownRole : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> roles)
    {
        var known = roles.Order(StringComparer.Ordinal).ToList();
        var found = Diagnostic.Of<UnknownRole>(at, $"no role is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, known);
        return found.Nearest.IsEmpty ? found.WithHelp(HelpWith(name, known)) : found;
    }

    private static string HelpWith(string name, List<string> known) => known.Count > 0
        ? $"use {Listing.Or(known)}, or declare `role {name}`"
        : $"declare it: `role {name} granted by {name}`";
}
