using System.Diagnostics.CodeAnalysis;

namespace Ashlar.Kernel;

/// <summary>The names of an enum's members: what the wire and the database hold. Numbers are never accepted.</summary>
[SuppressMessage("Design", "CA1000", Justification = "One table for each enum is the point.")]
public static class EnumNames<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetNames<T>().Zip(Enum.GetValues<T>()).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static readonly Dictionary<T, string> ByMember = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All names, in the order of the model.</summary>
    public static IEnumerable<string> All => ByName.Keys;

    /// <summary>The name of a member.</summary>
    public static string Of(T member) => ByMember[member];

    /// <summary>The member that has a name.</summary>
    public static bool TryParse(string name, out T member) => ByName.TryGetValue(name, out member);

    /// <summary>The member that has a name which the database's own check guarantees.</summary>
    public static T Parse(string name) => ByName[name];
}
