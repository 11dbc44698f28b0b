using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>English plurals of names such as `OrderLine`; where they are wrong, the entity says `plural "…"`.</summary>
internal static class Plurals
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Person"] = "People",
        ["Child"] = "Children",
        ["Man"] = "Men",
        ["Woman"] = "Women",
        ["Foot"] = "Feet",
        ["Tooth"] = "Teeth",
        ["Mouse"] = "Mice",
        ["Goose"] = "Geese",
        ["Leaf"] = "Leaves",
        ["Life"] = "Lives",
        ["Knife"] = "Knives",
        ["Wife"] = "Wives",
        ["Half"] = "Halves",
        ["Shelf"] = "Shelves",
        ["Loaf"] = "Loaves",
        ["Thief"] = "Thieves",
        ["Wolf"] = "Wolves",
        ["Staff"] = "Staff",
        ["Series"] = "Series",
        ["Species"] = "Species",
        ["Equipment"] = "Equipment",
        ["Information"] = "Information",
        ["Criterion"] = "Criteria",
        ["Analysis"] = "Analyses",
        ["Basis"] = "Bases",
        ["Crisis"] = "Crises",
        ["Diagnosis"] = "Diagnoses",
        ["Thesis"] = "Theses",
        ["Hero"] = "Heroes",
        ["Potato"] = "Potatoes",
        ["Tomato"] = "Tomatoes",
        ["Echo"] = "Echoes",
        ["Quiz"] = "Quizzes",
        ["Matrix"] = "Matrices",
        ["Index"] = "Indexes",
        ["Medium"] = "Media",
        ["Ox"] = "Oxen",
    };

    /// <summary>`OrderLine` becomes `OrderLines`: only the last word changes.</summary>
    public static string Of(string name)
    {
        var start = LastWordStart(name);
        var (head, word) = (name[..start], name[start..]);
        return Irregular.TryGetValue(word, out var known) ? head + known : head + Regular(word);
    }

    /// <summary>`people` or `order lines` in Pascal case; null for what is no words.</summary>
    public static string? FromWritten(string text)
    {
        var words = text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var isWords = words.Length > 0 && words.All(word => char.IsAsciiLetter(word[0]) && word.All(char.IsAsciiLetterOrDigit));
        return isWords ? string.Concat(words.Select(Spelling.Pascal)) : null;
    }

    /// <summary>`PricedHardcover` becomes `Priced hardcover`.</summary>
    public static string InWords(string name) => Spelling.Pascal(Spelling.Spaced(name));

    private static string Regular(string word)
    {
        if (EndsWith(word, "s") || EndsWith(word, "x") || EndsWith(word, "z") || EndsWith(word, "ch") || EndsWith(word, "sh"))
        {
            return word + "es";
        }

        var endsInConsonantY =
            EndsWith(word, "y")
            && word.Length > 1
            && !"aeiou".Contains(char.ToLowerInvariant(word[^2]), StringComparison.Ordinal);
        return endsInConsonantY ? word[..^1] + "ies" : word + "s";
    }

    private static bool EndsWith(string word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static int LastWordStart(string name)
    {
        for (var i = name.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                return i;
            }
        }

        return 0;
    }
}
