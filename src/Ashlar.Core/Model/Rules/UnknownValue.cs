using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A value that the enum or state does not have.</summary>
internal sealed class UnknownValue : Rule
{
    public static Diagnostic At(Location at, string name, string type, IEnumerable<string> values, IEnumerable<string> scope)
    {
        const int fewEnoughToList = 6;
        var all = values.ToList();
        var found = Diagnostic
            .Of<UnknownValue>(at, $"`{type}` has no value `{name}`")
            .WithLabel($"not a value of `{type}`")
            .Mismatch(string.Join(" | ", all), name)
            .Suggest(name, all.Concat(scope));
        return found.Helps.IsEmpty && all.Count is > 0 and <= fewEnoughToList
            ? found.WithHelp($"choose {Listing.Or(all)}")
            : found;
    }
}
