using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ashlar.Emit.Patterns;

namespace Ashlar.Emit.Testing;

/// <summary>Makes texts that match a pattern of the language's subset; the same number gives the same text.</summary>
internal sealed class PatternSample
{
    private const int Attempts = 40;

    private const string Usual = "abcdefghijXYZ0123456789-_ ";

    private readonly ImmutableArray<int> _signs;
    private readonly int _variant;
    private int _at;
    private int _choices;

    private PatternSample(string pattern, int variant)
    {
        _signs = CodePointsOf(pattern);
        _variant = variant;
    }

    /// <summary>A text that matches and has an allowed length, or null where none is found.</summary>
    public static string? Of(string pattern, Regex whole, int variant, int least, int most) =>
        Enumerable.Range(variant, Attempts)
            .Select(number => new PatternSample(pattern, number).Alternatives())
            .FirstOrDefault(text => IsWithin(CodePointsOf(text).Length, least, most) && whole.IsMatch(text));

    /// <summary>What the whole of a text has to match.</summary>
    public static Regex Whole(string pattern) => new(PatternForms.WholeDotNet(pattern), RegexOptions.CultureInvariant);

    private static bool IsWithin(int length, int least, int most) => length >= least && length <= most;

    private static ImmutableArray<int> CodePointsOf(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];

    private string Alternatives()
    {
        var options = new List<string> { Sequence() };
        while (_at < _signs.Length && _signs[_at] == '|')
        {
            _at++;
            options.Add(Sequence());
        }

        return options[Choose(options.Count)];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _signs.Length && _signs[_at] is not ('|' or ')'))
        {
            text.Append(Repeated());
        }

        return text.ToString();
    }

    // The item is read again for each repetition, so that `[0-9]{3}` is not three times the same digit.
    private string Repeated()
    {
        var start = _at;
        var first = Item();
        var (least, most) = Repetition();
        var end = _at;
        var count = least + Choose(Math.Min(most, least + 2) - least + 1);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            _at = start;
            text.Append(i == 0 ? first : Item());
        }

        _at = end;
        return text.ToString();
    }

    private string Item()
    {
        var c = _signs[_at++];
        switch (c)
        {
            case '(':
                var inner = Alternatives();
                _at++;
                return inner;
            case '[':
                return OneOf(Set());
            case '.':
                return OneOf(CodePointsOf("abcdefghij"));
            case '\\':
                return char.ConvertFromUtf32(_signs[_at++]);
            default:
                return char.ConvertFromUtf32(c);
        }
    }

    private (int Least, int Most) Repetition()
    {
        if (_at >= _signs.Length)
        {
            return (1, 1);
        }

        switch (_signs[_at])
        {
            case '?':
                _at++;
                return (0, 1);
            case '*':
                _at++;
                return (0, 3);
            case '+':
                _at++;
                return (1, 3);
            case '{':
                return Counted();
            default:
                return (1, 1);
        }
    }

    private (int Least, int Most) Counted()
    {
        var end = _signs.IndexOf('}', _at);
        var parts = string.Concat(_signs[(_at + 1)..end].Select(char.ConvertFromUtf32)).Split(',');
        _at = end + 1;
        var least = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var most = parts switch
        {
            [_] => least,
            [_, ""] => least + 2,
            _ => int.Parse(parts[1], CultureInfo.InvariantCulture),
        };
        return (least, most);
    }

    private ImmutableArray<int> Set()
    {
        var end = _signs.IndexOf(']', _at + 1);
        var body = _signs[_at..end];
        _at = end + 1;
        var isNegated = body[0] == '^';
        var named = new List<int>();
        for (var i = isNegated ? 1 : 0; i < body.Length; i++)
        {
            var isRange = i + 2 < body.Length && body[i + 1] == '-';
            named.AddRange(Enumerable.Range(body[i], isRange ? body[i + 2] - body[i] + 1 : 1));
            i += isRange ? 2 : 0;
        }

        return isNegated ? [.. CodePointsOf(Usual).Except(named)] : [.. named];
    }

    private string OneOf(ImmutableArray<int> set) => set.IsEmpty ? "" : char.ConvertFromUtf32(set[Choose(set.Length)]);

    private int Choose(int count) => count <= 1 ? 0 : (_variant * 7 + _choices++ * 3) % count;
}
