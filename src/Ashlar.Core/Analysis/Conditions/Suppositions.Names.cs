using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>Sets of names, texts and rows that are the same or different.</summary>
internal sealed partial class Suppositions
{
    private readonly List<(int Term, BinaryOperator Operator, string Part, bool IsTrue)> _textTests;
    private readonly List<(int Left, int Right)> _different;
    private readonly List<int> _sameAs;

    /// <summary>Supposes that two values are the same; both are already known not to be null.</summary>
    public bool MakeSame(Expression left, Expression right)
    {
        if (Axes.Of(left.Type) == Axis.Number)
        {
            return MakeSameNumber(left, right);
        }

        var (first, second) = (RootOf(TermOf(left)), RootOf(TermOf(right)));
        _sameAs[second] = first;
        _terms[first] = _terms[first] with { Names = _terms[first].Names.And(_terms[second].Names) };
        return !_terms[first].Names.IsEmpty;
    }

    /// <summary>Supposes that two values are different. One of them may be null.</summary>
    public bool MakeDifferent(Expression left, Expression right)
    {
        if (string.Equals(TermKey.Of(left), TermKey.Of(right), StringComparison.Ordinal))
        {
            return false;
        }

        var areValues = !MayBeNull(left) && !MayBeNull(right);
        if (Axes.Of(left.Type) != Axis.Number)
        {
            _different.Add((TermOf(left), TermOf(right)));
        }
        else if (areValues)
        {
            MakeDifferentNumber(left, right);
        }

        return true;
    }

    /// <summary>Supposes that a truth value, or an atom that is not looked into, is true or false.</summary>
    public bool MakeFlag(Expression atom, bool isTrue) =>
        MakeOneOf(atom, isTrue ? ValueSet.OnlyTrue : ValueSet.OnlyFalse);

    /// <summary>Supposes a value that is one of these names.</summary>
    public bool MakeOneOf(Expression value, ValueSet names)
    {
        if (!MakeNotNull(value))
        {
            return false;
        }

        var root = RootOf(TermOf(value));
        _terms[root] = _terms[root] with { Names = _terms[root].Names.And(names) };
        return !_terms[root].Names.IsEmpty;
    }

    /// <summary>Remembers `text starts with "part"` or `text contains "part"` for when the possible texts are known.</summary>
    public void AddTextTest(Expression text, BinaryOperator test, string part, bool isTrue) =>
        _textTests.Add((TermOf(text), test, part, isTrue));

    private ValueSet NamesOf(Expression value) =>
        value is Literal literal && Axes.NameOf(literal) is { } name ? ValueSet.Of([name]) : _facts.NamesOf(value);

    private int RootOf(int term)
    {
        while (_sameAs[term] != term)
        {
            term = _sameAs[term];
        }

        return term;
    }

    private bool NamesCanHold()
    {
        foreach (var (term, test, part, isTrue) in _textTests)
        {
            Restrict(term, names => names.Where(text => Holds(text, test, part) == isTrue));
        }

        foreach (var (left, right) in _different)
        {
            if (RootOf(left) == RootOf(right) && AreValues(left, right))
            {
                return false;
            }

            Exclude(left, right);
            Exclude(right, left);
        }

        return Enumerable.Range(0, _terms.Count).All(term => _terms[term].MayBeNull || !_terms[RootOf(term)].Names.IsEmpty);
    }

    private bool AreValues(int left, int right) => !_terms[left].MayBeNull && !_terms[right].MayBeNull;

    /// <summary>A value that differs from a constant is not that constant, whether or not it may be null.</summary>
    private void Exclude(int from, int constant)
    {
        if (!_terms[constant].MayBeNull && _terms[RootOf(constant)].Names.Single is { } name)
        {
            Restrict(from, names => names.Without(name));
        }
    }

    private void Restrict(int term, Func<ValueSet, ValueSet> narrow)
    {
        var root = RootOf(term);
        _terms[root] = _terms[root] with { Names = narrow(_terms[root].Names) };
    }

    private static bool Holds(string text, BinaryOperator test, string part) => test == BinaryOperator.StartsWith
        ? text.StartsWith(part, StringComparison.Ordinal)
        : text.Contains(part, StringComparison.Ordinal);

    /// <summary>A text whose possible values are known is as long as the longest and the shortest of them.</summary>
    private bool NarrowLengths()
    {
        var isChanged = false;
        for (var i = 0; i < _terms.Count; i++)
        {
            if (_terms[i] is { MayBeNull: false, Expression: BuiltIn { Function: BuiltInFunction.Length } length })
            {
                isChanged |= NarrowLength(_terms[i].Number, _terms[RootOf(TermOf(length.Arguments[0]))].Names);
            }
        }

        return isChanged;
    }

    private bool NarrowLength(int number, ValueSet texts)
    {
        if (!texts.IsListed || texts.IsEmpty)
        {
            return false;
        }

        var (highest, lowest) = _numbers.Bounds();
        var lengths = texts.Values.Select(text => text.EnumerateRunes().Count()).ToList();
        return Narrow(number, lengths.Max(), highest[number], isUpper: true)
            | Narrow(number, -lengths.Min(), lowest[number], isUpper: false);
    }
}
