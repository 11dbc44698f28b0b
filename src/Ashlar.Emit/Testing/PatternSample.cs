using System.Text;
using System.Text.RegularExpressions;

namespace Ashlar.Emit.Testing;

/// <summary>Makes texts that match a pattern of the language's subset; the same number gives the same text.</summary>
internal sealed class PatternSample
{
    private const int Attempts = 40;

    private readonly string _pattern;
    private readonly int _variant;
    private int _at;
    private int _choices;

    private PatternSample(string pattern, int variant)
    {
        _pattern = pattern;
        _variant = variant;
    }

    /// <summary>A text that matches and has an allowed length, or null where none is found.</summary>
    public static string? Of(string pattern, Regex whole, int variant, int least, int most) =>
        Enumerable.Range(variant, Attempts)
            .Select(number => new PatternSample(pattern, number).Alternatives())
            .FirstOrDefault(text => text.Length >= least && text.Length <= most && whole.IsMatch(text));

    /// <summary>What the whole of a text has to match.</summary>
    public static Regex Whole(string pattern) => new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);

    private string Alternatives()
    {
        var options = new List<string> { Sequence() };
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            options.Add(Sequence());
        }

        return options[Choose(options.Count)];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
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
        var c = _pattern[_at++];
        switch (c)
        {
            case '(':
                var inner = Alternatives();
                _at++;
                return inner;
            case '[':
                return OneOf(Set());
            case '.':
                return OneOf("abcdefghij");
            case '\\':
                return _pattern[_at++].ToString();
            default:
                return c.ToString();
        }
    }

    private (int Least, int Most) Repetition()
    {
        if (_at >= _pattern.Length)
        {
            return (1, 1);
        }

        switch (_pattern[_at])
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
        var end = _pattern.IndexOf('}', _at);
        var parts = _pattern[(_at + 1)..end].Split(',');
        _at = end + 1;
        var least = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var most = parts switch
        {
            [_] => least,
            [_, ""] => least + 2,
            _ => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
        };
        return (least, most);
    }

    private string Set()
    {
        var end = _pattern.IndexOf(']', _at + 1);
        var body = _pattern[_at..end];
        _at = end + 1;
        var isNegated = body.StartsWith('^');
        var named = new StringBuilder();
        for (var i = isNegated ? 1 : 0; i < body.Length; i++)
        {
            if (i + 2 < body.Length && body[i + 1] == '-')
            {
                for (var c = body[i]; c <= body[i + 2]; c++)
                {
                    named.Append(c);
                }

                i += 2;
            }
            else
            {
                named.Append(body[i]);
            }
        }

        var set = named.ToString();
        return isNegated ? new string([.. "abcdefghijXYZ0123456789-_ ".Where(c => !set.Contains(c))]) : set;
    }

    private string OneOf(string set) => set.Length == 0 ? "" : set[Choose(set.Length)].ToString();

    private int Choose(int count) => count <= 1 ? 0 : (_variant * 7 + _choices++ * 3) % count;
}
