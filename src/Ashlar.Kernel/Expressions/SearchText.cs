using System.Text;

namespace Ashlar.Kernel;

/// <summary>
/// The words of a text for search, without case, accents and signs; the schema of PostgreSQL has the same as `text_words`. A
/// query asks for each of its words as the start of one.
/// </summary>
internal static class SearchText
{
    private const int LongestWord = 100;

    /// <summary>Letters that have no accent to lose, and what people type for them.</summary>
    private static readonly Dictionary<int, string> Plain = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ı'] = "i",
        ['ς'] = "σ",
        ['ħ'] = "h",
    };

    /// <summary>Signs between words: punctuation, spaces, symbols.</summary>
    private static readonly (int From, int To)[] Signs =
    [
        (0x0, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0xA9), (0xAB, 0xB1), (0xB4, 0xB4), (0xB6, 0xB8), (0xBB, 0xBB),
        (0xBF, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7), (0x1680, 0x1680), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2190, 0x2BFF),
        (0x2E00, 0x2E7F),
        (0x3000, 0x3004), (0x3008, 0x3020), (0x3030, 0x3030), (0x303D, 0x303D), (0x30FB, 0x30FB), (0xFE30, 0xFE6F),
        (0xFF01, 0xFF0F), (0xFF1A, 0xFF20), (0xFF3B, 0xFF40), (0xFF5B, 0xFF65), (0x1F000, 0x1FAFF),
    ];

    /// <summary>The words with one space between two.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        var length = 0;
        foreach (var rune in WithoutAccents(text).Lower().EnumerateRunes())
        {
            foreach (var letter in Letters(rune).EnumerateRunes())
            {
                length = IsSign(letter) ? 0 : length + 1;
                words.Append(length == 0 ? " " : length <= LongestWord ? letter.ToString() : "");
            }
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A query of SQLite's FTS5: every word as the start of one. Without words it finds nothing.</summary>
    public static string Query(string text)
    {
        var words = Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "\"\"" : string.Join(' ', words.Select(word => $"\"{word}\" *"));
    }

    // Decomposed, an accent is a code point of its own behind the letter. Lower case composes what is left.
    private static string WithoutAccents(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKD).Where(c => c is < '\u0300' or > '\u036F'));

    private static string Letters(Rune rune) => Plain.TryGetValue(rune.Value, out var plain) ? plain : rune.ToString();

    private static bool IsSign(Rune rune) => Array.Exists(Signs, range => rune.Value >= range.From && rune.Value <= range.To);
}
