using System.Collections.Immutable;

namespace Ashlar.Core.Syntax;

/// <summary>A few words of the language, found without making a string of the text that is asked about.</summary>
public sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordSet(params ImmutableArray<string> words)
    {
        All = words;
        _lookup = words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public ImmutableArray<string> All { get; }

    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);
}
