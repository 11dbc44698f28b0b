using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An element of another module without its module's name.</summary>
internal sealed class UnqualifiedName : Rule
{
    public static Diagnostic At(Location at, ElementName name) =>
        Diagnostic.Of<UnqualifiedName>(at, $"`{name.Name}` belongs to the module `{name.Module}`")
            .WithLabel("an element of another module")
            .WithHelp($"write its module as well: `{name}`")
            .WithFix(Fix.Insert(FixSafety.Safe, at.Path, at.Span.Start, name.Module + ".", $"write `{name}`"));

    public static Diagnostic Ambiguous(Location at, string name, IEnumerable<ElementName> found)
    {
        var names = found.Select(one => one.ToString()).Order(StringComparer.Ordinal).ToList();
        return Diagnostic.Of<UnqualifiedName>(at, $"`{name}` can be {Listing.Or(names)}")
            .WithLabel("several modules have it")
            .WithHelp("write its module as well");
    }
}
