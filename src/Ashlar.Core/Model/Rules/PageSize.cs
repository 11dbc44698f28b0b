using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A page of a size that is not served.</summary>
internal sealed class PageSize : Rule
{
    public static Diagnostic At(Location at, int most) =>
        Diagnostic.Of<PageSize>(at, $"a page has 1 to {most} rows")
            .WithLabel("not within these bounds")
            .WithHelp($"write a whole number of at most {most}");

    public static Diagnostic AboveMax(Location at, int size, int most) =>
        Diagnostic.Of<PageSize>(at, $"the page has {size} rows, but at most {most} are served")
            .WithLabel("above its own `max`")
            .WithHelp("lower it, or raise the `max`");
}
