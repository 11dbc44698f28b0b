using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>What happens in the same way in several operations or for several people, said once.</summary>
public sealed record ConsequenceGroup(ChangeClass Class, string Text)
{
    /// <summary>The operations in which it happens; none where the text says where.</summary>
    public ValueList<string> Places { get; init; } = [];

    /// <summary>The gravest first, otherwise in the order in which they stand.</summary>
    public static ImmutableArray<ConsequenceGroup> Of(IEnumerable<Consequence> consequences) =>
    [
        .. consequences.GroupBy(KeyOf).Select(OfSame).OrderByDescending(group => group.Class),
    ];

    // Operations of several entities are one group; rights are those of one entity, whose name may be that of another.
    private static (ChangeClass, string, string) KeyOf(Consequence one) =>
        one.Place.Length == 0 ? (one.Class, one.Text, one.Element.Path)
        : one.Part == ConsequencePart.Security ? (one.Class, one.Gist, one.Element.Path)
        : (one.Class, one.Gist, "");

    private static ConsequenceGroup OfSame(IEnumerable<Consequence> same)
    {
        var all = same.ToArray();
        var (first, places) = (all[0], all.Select(one => one.Place).Distinct(StringComparer.Ordinal).ToValueList());
        return places.Count == 1 ? new(first.Class, first.Text)
            : first.Part == ConsequencePart.Security ? new(first.Class, $"{Everybody(places)} {first.Gist}")
            : new(first.Class, first.Gist) { Places = places };
    }

    private static string Everybody(ValueList<string> people) =>
        $"{string.Join(", ", people.SkipLast(1))} and {people[^1]}";
}
