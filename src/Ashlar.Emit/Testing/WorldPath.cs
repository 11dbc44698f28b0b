using System.Globalization;
using Ashlar.Core.Model;

namespace Ashlar.Emit.Testing;

/// <summary>The path of a request about a row of the world.</summary>
internal static class WorldPath
{
    /// <summary>`/api/articles/7-slug/comments/0…1`.</summary>
    public static string Of(Route route, WorldRow? row) => Of(route, row, key => Segment(row, key));

    /// <summary>The same with a key that no row has.</summary>
    public static string OfNone(Route route, WorldRow? row) =>
        Of(route, row, key => key.Steps.IsEmpty ? TestClass.NoSuchId : Segment(row, key));

    /// <summary>The row that the path names through another one.</summary>
    public static WorldRow? Parent(WorldRow row, KeySegment key) =>
        key.Steps.Aggregate((WorldRow?)row, (owner, step) => owner?[step] as WorldRow);

    /// <summary>Whether two rows have the same parents in the path.</summary>
    public static bool HaveSameParents(Address address, WorldRow one, WorldRow other) =>
        address.Parents.All(key => ReferenceEquals(Parent(one, key), Parent(other, key)));

    private static string Of(Route route, WorldRow? row, Func<KeySegment, string> segment) =>
        route.Api.Path + string.Concat(route.Address.Segments.Select(part =>
            "/" + (part is KeySegment key ? segment(key) : part.ToString())));

    private static string Segment(WorldRow? row, KeySegment key)
    {
        var owner = row is null ? null : Parent(row, key);
        var value = key.Field == "id" ? owner?.Id : Convert.ToString(owner?[key.Field], CultureInfo.InvariantCulture);
        return Uri.EscapeDataString(value ?? "");
    }
}
