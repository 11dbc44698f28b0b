using System.Globalization;

namespace Ashlar.Emit;

/// <summary>Gives each request of a module a name of its own: two classes of one name would be one file.</summary>
internal static class RouteNames
{
    public static IEnumerable<Route> Give(IEnumerable<Route> routes)
    {
        // Some file systems take names that differ in case only for one.
        var taken = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var route in routes)
        {
            taken.TryAdd(route.Module, new(StringComparer.OrdinalIgnoreCase));
            yield return Candidates(route).First(candidate => taken[route.Module].Add(candidate.Name));
        }
    }

    private static IEnumerable<Route> Candidates(Route route)
    {
        var distinction = "";
        yield return route;
        foreach (var word in route.Distinctions)
        {
            distinction += word;
            yield return route with { Distinction = distinction };
        }

        for (var number = 2; ; number++)
        {
            yield return route with { Distinction = distinction + number.ToString(CultureInfo.InvariantCulture) };
        }
    }
}
