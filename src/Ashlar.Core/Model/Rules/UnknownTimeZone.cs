using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A time zone that the IANA database does not have.</summary>
internal sealed class UnknownTimeZone : Rule
{
    public static Diagnostic At(Location at, string name)
    {
        var found = Diagnostic
            .Of<UnknownTimeZone>(at, $"no time zone is named `{name}`")
            .WithLabel("not a name of the IANA database");
        var near = NearestNames.Of(name, TimeZones.Names);
        return near.Count == 0
            ? found.WithHelp("write a name such as `Europe/Paris` or `UTC`")
            : found
                .WithNearest(near)
                .WithHelp($"use {Listing.Or(near)}")
                .WithFix(
                    Fix.Replace(
                        near.Count == 1 ? FixSafety.Safe : FixSafety.Unsafe,
                        at,
                        $"\"{near[0]}\"",
                        $"replace it with `{near[0]}`"));
    }
}
