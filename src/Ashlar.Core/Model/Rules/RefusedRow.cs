using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A name for a row that a request does not create, because it fails.</summary>
internal sealed class RefusedRow : Rule
{
    public static Diagnostic At(Location at) =>
        Diagnostic
            .Of<RefusedRow>(at, "a request that fails creates no row to name")
            .WithLabel("never there")
            .WithHelp("leave `as` out, or `fails`");

    public static Diagnostic Rows(Location at) =>
        Diagnostic
            .Of<RefusedRow>(at, "a request that fails gives no rows")
            .WithLabel("never answered")
            .WithHelp("leave `gives` out, or `fails`");
}
