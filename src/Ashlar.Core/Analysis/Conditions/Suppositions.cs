using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// What is supposed of the values of one row: a conjunction. It grows by atoms; <see cref="CanHold"/> says false only
/// when no row fits all of them. What it cannot express it leaves out, so it errs on the side of a row that fits.
/// </summary>
internal sealed partial class Suppositions
{
    private readonly TermFacts _facts;
    private readonly Dictionary<string, int> _byKey;
    private readonly List<(Expression Node, int Term)> _byNode;
    private readonly List<Term> _terms;

    public Suppositions(TermFacts facts)
    {
        _facts = facts;
        _byKey = new(StringComparer.Ordinal);
        (_byNode, _terms) = ([], []);
        _numbers = new();
        (_products, _atMostZero, _differentForms) = ([], [], []);
        (_textTests, _different, _sameAs) = ([], [], []);
    }

    private Suppositions(Suppositions other)
    {
        _facts = other._facts;
        _byKey = new(other._byKey, StringComparer.Ordinal);
        (_byNode, _terms) = ([.. other._byNode], [.. other._terms]);
        _numbers = other._numbers.Copy();
        (_products, _atMostZero, _differentForms) = ([.. other._products], [.. other._atMostZero], [.. other._differentForms]);
        (_textTests, _different, _sameAs) = ([.. other._textTests], [.. other._different], [.. other._sameAs]);
    }

    /// <summary>How many values are known of.</summary>
    public int Size => _terms.Count;

    public Suppositions Copy() => new(this);

    /// <summary>Whether the value may still be null.</summary>
    public bool MayBeNull(Expression value) => IsOperation(value) ? false : _terms[TermOf(value)].MayBeNull;

    /// <summary>Whether the value may still be something other than null.</summary>
    public bool MayBeValue(Expression value) => IsOperation(value) || _terms[TermOf(value)].MayBeValue;

    /// <summary>Supposes null; false when that contradicts what is known.</summary>
    public bool MakeNull(Expression value)
    {
        if (IsOperation(value))
        {
            return false;
        }

        var index = TermOf(value);
        _terms[index] = _terms[index] with { MayBeValue = false };
        return _terms[index].MayBeNull;
    }

    /// <summary>Supposes a value, and so a row at each step of the path to it; false when that contradicts.</summary>
    public bool MakeNotNull(Expression value)
    {
        if (IsOperation(value))
        {
            return value.Children().All(MakeNotNull);
        }

        if (value is BuiltIn call && !call.Arguments.All(MakeNotNull))
        {
            return false;
        }

        var index = TermOf(value);
        if (_terms[index].MayBeNull)
        {
            _terms[index] = _terms[index] with { MayBeNull = false };
            AddBounds(_terms[index]);
        }

        return _terms[index].MayBeValue && (value is not FieldAccess access || MakeNotNull(access.Target));
    }

    /// <summary>False only when no row fits.</summary>
    public bool CanHold() => NullsCanHold() && NumbersCanHold() && NamesCanHold();

    /// <summary>A field of a row that is null is null.</summary>
    private bool NullsCanHold()
    {
        for (var i = 0; i < _terms.Count; i++)
        {
            if (_terms[i].Expression is FieldAccess access && !MayBeValue(access.Target))
            {
                _terms[i] = _terms[i] with { MayBeValue = false };
            }

            if (!_terms[i].CanBe)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The place of a value that is not computed from others, added with what the model says about it.</summary>
    private int TermOf(Expression value)
    {
        foreach (var (node, term) in _byNode)
        {
            if (ReferenceEquals(node, value))
            {
                return term;
            }
        }

        var key = TermKey.Of(value);
        if (!_byKey.TryGetValue(key, out var found))
        {
            found = AddTerm(value);
            _byKey.Add(key, found);
        }

        _byNode.Add((value, found));
        return found;
    }

    private int AddTerm(Expression value)
    {
        var axis = value is Literal { Value: null } ? Axis.Identity : Axes.Of(value.Type);
        var number = axis == Axis.Number ? _numbers.AddNumber(Axes.IsWhole(value.Type)) : Differences.Zero;
        var term = new Term(value, axis, number)
        {
            MayBeNull = _facts.MayBeNull(value),
            MayBeValue = value is not Literal { Value: null },
            Names = axis == Axis.Name ? NamesOf(value) : ValueSet.Any,
        };
        var index = _terms.Count;
        _terms.Add(term);
        _sameAs.Add(index);
        if (!term.MayBeNull)
        {
            AddBounds(term);
        }

        return index;
    }

    private sealed record Term(Expression Expression, Axis Axis, int Number)
    {
        public bool MayBeNull { get; init; }

        public bool MayBeValue { get; init; }

        public ValueSet Names { get; init; } = ValueSet.Any;

        public bool CanBe => MayBeNull || MayBeValue;
    }
}
