namespace Ashlar.Core.Syntax;

/// <summary>Gives equal words the same string, so that a file costs one string per different name.</summary>
internal sealed class WordTable
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordTable() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var added = word.ToString();
        _words.Add(added);
        return added;
    }
}
