using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An entity whose rows two lists own.</summary>
internal sealed class TwoOwners : Rule
{
    public static Diagnostic At(Location at, string child, Location first) =>
        Diagnostic.Of<TwoOwners>(at, $"`{child}` is owned by another list already")
            .WithLabel("the second owner")
            .WithRelated(first, "the first owner")
            .WithHelp("declare an entity of its own for each list, or make one of them `linked`");
}
