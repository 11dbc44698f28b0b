using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A version of an event that nobody outside gets.</summary>
internal sealed class EventVersion : Rule
{
    public static Diagnostic OfPrivate(Location at, string name) =>
        Diagnostic.Of<EventVersion>(at, $"`{name}` is not public, so its shape has no version")
            .WithLabel("nobody outside gets it")
            .WithHelp("leave the version out, or write `public event`");
}
