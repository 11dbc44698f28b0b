using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An object without a value that is required.</summary>
internal sealed class MissingValue : Rule
{
    public static Diagnostic At(Location at, string owner, IEnumerable<string> missing)
    {
        var names = missing.ToList();
        return Diagnostic.Of<MissingValue>(at, $"this `{owner}` lacks {Listing.And(names)}")
            .WithLabel("a required field has no value")
            .WithHelp($"give {Listing.And(names)}");
    }
}
