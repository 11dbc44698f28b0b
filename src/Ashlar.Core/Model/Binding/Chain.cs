using Ashlar.Core.Model.Rules;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Follows declarations that build on each other, and stops where the row is longer than any that is meant: they are
/// followed by recursion, here and in later stages.
/// </summary>
internal sealed class Chain
{
    private const int Longest = 100;

    private readonly Dictionary<Element, int> _lengths = [];
    private readonly Stack<int> _below = [];

    /// <summary>
    /// Runs <paramref name="bind"/> for an element that may ask for others in the same way. The finding does not depend
    /// on which of them is asked first.
    /// </summary>
    public T Follow<T>(Element element, Func<T> bind, T otherwise)
    {
        if (_below.Count > Longest)
        {
            element.Site.Add(ChainTooLong.At(element.NameLocation, element.Name.Name, Longest));
            return otherwise;
        }

        _below.Push(0);
        var result = bind();
        var length = _below.Pop() + 1;
        _lengths[element] = length;
        Note(length);
        if (length != Longest + 1)
        {
            return result;
        }

        element.Site.Add(ChainTooLong.At(element.NameLocation, element.Name.Name, Longest));
        return otherwise;
    }

    /// <summary>An element that is bound already is part of the row of whoever asks for it.</summary>
    public void Meet(Element element) => Note(_lengths.GetValueOrDefault(element));

    private void Note(int length)
    {
        if (_below.TryPop(out var longest))
        {
            _below.Push(Math.Max(longest, length));
        }
    }
}
