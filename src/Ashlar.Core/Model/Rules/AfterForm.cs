using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A time that goes on by no certain length.</summary>
internal sealed class AfterForm : Rule
{
    public static Diagnostic At(Location at) =>
        Diagnostic
            .Of<AfterForm>(at, "`after` takes a constant length of time above zero")
            .WithLabel("no such length")
            .WithHelp("write it like `after 3d` or `after 30m`");
}
