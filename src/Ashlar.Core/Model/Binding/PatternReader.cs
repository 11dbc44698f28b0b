using System.Globalization;
using System.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Reads a pattern and says what of it is not in the language. What is left means the same to .NET, PostgreSQL and the
/// function that SQLite is given: literals, `.`, sets, groups, alternatives and repetitions.
/// </summary>
internal sealed class PatternReader
{
    private const int MostDepth = 20;
    private const int MostRepetitions = 255;
    private const string WholeText = "leave it out: the whole text has to match";

    private readonly int[] _signs;
    private int _at;
    private int _depth;

    private PatternReader(string pattern) => _signs = [.. pattern.EnumerateRunes().Select(rune => rune.Value)];

    /// <summary>What does not belong into a pattern, and what to do about it; null for a good one.</summary>
    public static PatternProblem? Find(string pattern)
    {
        if (pattern.Length == 0)
        {
            return new PatternProblem("the pattern is empty", "write what the text has to look like");
        }

        var reader = new PatternReader(pattern);
        return reader.ReadAlternatives() ?? (reader.IsAtEnd ? null : Unescaped(')'));
    }

    private bool IsAtEnd => _at >= _signs.Length;

    private int Current => IsAtEnd ? -1 : _signs[_at];

    private PatternProblem? ReadAlternatives()
    {
        while (true)
        {
            while (!IsAtEnd && Current is not ('|' or ')'))
            {
                if ((ReadOne() ?? ReadRepetition()) is { } problem)
                {
                    return problem;
                }
            }

            if (Current != '|')
            {
                return null;
            }

            _at++;
        }
    }

    private PatternProblem? ReadOne()
    {
        var letter = _signs[_at++];
        return letter switch
        {
            '(' => ReadGroup(),
            '[' => ReadSet(),
            '\\' => ReadEscape(),
            '^' or '$' => new PatternProblem($"`{(char)letter}` stands for nothing in a pattern", WholeText),
            '*' or '+' or '?' => new PatternProblem($"`{(char)letter}` repeats nothing", "write before it what is repeated"),
            '{' or '}' or ']' => Unescaped((char)letter),
            _ => null,
        };
    }

    private PatternProblem? ReadGroup()
    {
        if (Current == '?')
        {
            return new PatternProblem("a group has no options", "leave out what follows `(?`");
        }

        if (++_depth > MostDepth)
        {
            return new PatternProblem($"groups are nested more than {MostDepth} deep", "split the pattern");
        }

        if (ReadAlternatives() is { } problem)
        {
            return problem;
        }

        _depth--;
        return Current == ')' && _at++ >= 0 ? null : new PatternProblem("a group is not closed", "close it with `)`");
    }

    private PatternProblem? ReadSet()
    {
        _at += Current == '^' ? 1 : 0;
        var start = _at;
        while (!IsAtEnd && Current != ']')
        {
            if (ReadRange(_at == start) is { } problem)
            {
                return problem;
            }
        }

        if (IsAtEnd || _at == start)
        {
            const string help = "write the characters of the set and close it with `]`";
            return new PatternProblem(IsAtEnd ? "a set is not closed" : "a set is empty", help);
        }

        _at++;
        return null;
    }

    /// <summary>A character of a set, or two with a dash between.</summary>
    private PatternProblem? ReadRange(bool isFirst)
    {
        if (ReadMember(out var first) is { } problem)
        {
            return problem;
        }

        var isRange = Current == '-' && _at + 1 < _signs.Length && _signs[_at + 1] != ']' && !(isFirst && first == '-');
        if (!isRange)
        {
            return null;
        }

        _at++;
        if (ReadMember(out var last) is { } broken)
        {
            return broken;
        }

        var range = $"`{new Rune(first)}-{new Rune(Math.Max(0, last))}`";
        return first <= last ? null : new PatternProblem($"{range} runs backwards", "write the lower character first");
    }

    private PatternProblem? ReadMember(out int letter)
    {
        letter = Current;
        _at++;
        if (letter != '\\')
        {
            return letter == '[' ? Unescaped('[') : null;
        }

        letter = Current;
        return ReadEscape();
    }

    private PatternProblem? ReadEscape()
    {
        var isSign = !IsAtEnd && (Rune.IsPunctuation(new Rune(Current)) || Rune.IsSymbol(new Rune(Current)));
        if (!isSign)
        {
            var what = IsAtEnd ? "\\" : $"\\{new Rune(Current)}";
            const string help = "write a set such as `[0-9]` or `[A-Za-z]`";
            return new PatternProblem($"`{what}` is not in the language of patterns", help);
        }

        _at++;
        return null;
    }

    private PatternProblem? ReadRepetition()
    {
        if (Current is '*' or '+' or '?')
        {
            _at++;
        }
        else if (Current != '{')
        {
            return null;
        }
        else if (ReadCounts() is { } problem)
        {
            return problem;
        }

        return Current is '*' or '+' or '?' or '{'
            ? new PatternProblem($"`{(char)Current}` repeats a repetition", "put the first into a group, or leave the second out")
            : null;
    }

    /// <summary>`{3}`, `{3,}` or `{3,5}`.</summary>
    private PatternProblem? ReadCounts()
    {
        var end = Array.IndexOf(_signs, '}', _at);
        var counts = end < 0 ? [] : string.Concat(_signs[(_at + 1)..end].Select(sign => new Rune(sign).ToString())).Split(',');
        var least = counts.Length is 1 or 2 ? CountOf(counts[0]) : null;
        var most = counts is [_, ""] ? MostRepetitions : counts is [_, var written] ? CountOf(written) : least;
        if (least is null || most is null || least > most)
        {
            const string message = "a repetition is not written as `{3}`, `{3,}` or `{3,5}`";
            return new PatternProblem(message, $"write whole numbers up to {MostRepetitions}, the lower first");
        }

        _at = end + 1;
        return null;
    }

    private static int? CountOf(string text)
    {
        const int longest = 3;
        var isCount = text.Length is > 0 and <= longest && text.All(char.IsAsciiDigit);
        var count = isCount ? int.Parse(text, CultureInfo.InvariantCulture) : MostRepetitions + 1;
        return count <= MostRepetitions ? count : null;
    }

    private static PatternProblem Unescaped(char letter) =>
        new($"`{letter}` stands alone in the pattern", "put a backslash before it where it stands for itself");
}
