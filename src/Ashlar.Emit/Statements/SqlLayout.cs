namespace Ashlar.Emit.Statements;

/// <summary>Breaks the long lines of a statement where its parts meet: before words such as `and`, outermost first.</summary>
internal static class SqlLayout
{
    private const int Width = 120;

    /// <summary>What stands deeper in the code has less room.</summary>
    public const int Narrow = 104;

    private const int Step = 2;

    // Those that bind least come first.
    private static readonly string[][] Breaks = [[" or "], [" and "], [" from ", " where "], [" when ", " then ", " else "]];

    public static string Of(string sql, int width = Width)
    {
        var lines = sql.Split('\n');
        return Array.Exists(lines, HasOpenText) ? sql : string.Join('\n', lines.SelectMany(line => Wrap(line, width)));
    }

    // A text that goes over the end of the line has to stay as it is.
    private static bool HasOpenText(string line) => line.AsSpan().Count('\'') % 2 != 0;

    private static IEnumerable<string> Wrap(string line, int width)
    {
        if (line.Length <= width)
        {
            return [line];
        }

        var places = Places(line);
        if (places.Count == 0)
        {
            return [line];
        }

        var indent = line.Length - line.TrimStart().Length;
        var first = places.Min(place => (place.Depth, place.Rank));
        var parts = Parts(line, [.. places.Where(place => (place.Depth, place.Rank) == first).Select(place => place.At)]);
        return parts.SelectMany((part, i) => Wrap(i == 0 ? part : new string(' ', indent + Step) + part, width));
    }

    private static List<string> Parts(string line, List<int> places)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (var place in places)
        {
            parts.Add(line[start..place].TrimEnd());
            start = place + 1;
        }

        parts.Add(line[start..]);
        return parts;
    }

    /// <summary>Where a break may stand, in how many brackets, and which of the breaks; what is quoted stays whole.</summary>
    private static List<(int At, int Depth, int Rank)> Places(string line)
    {
        var places = new List<(int At, int Depth, int Rank)>();
        var first = line.Length - line.TrimStart().Length;
        var depth = 0;
        var isQuoted = false;
        for (var i = first; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '\'';
            if (isQuoted)
            {
                continue;
            }

            depth += line[i] switch { '(' => 1, ')' => -1, _ => 0 };
            var rank = line[i] == ' ' && i > first ? RankAt(line, i) : -1;
            if (rank >= 0)
            {
                places.Add((i, depth, rank));
            }
        }

        return places;
    }

    private static int RankAt(string line, int at) => Array.FindIndex(
        Breaks, words => words.Any(word => string.CompareOrdinal(line, at, word, 0, word.Length) == 0));
}
