namespace Ashlar.Core.Plan;

/// <summary>What the old model calls things that were renamed, by their paths and by bare names, and their new names.</summary>
internal static class RenamedNames
{
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Of(Correspondence pairs)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs.Pairs.Where(pair => pair.Before != pair.After))
        {
            names.TryAdd(pair.Before.Path, pair.After.Path);
            if (pair.Before.Name != pair.After.Name)
            {
                names.TryAdd(pair.Before.Name, pair.After.Name);
            }
        }

        return names;
    }
}
