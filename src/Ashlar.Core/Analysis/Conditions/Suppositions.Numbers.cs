using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>Numbers: differences, sums that are more than a difference, and products.</summary>
internal sealed partial class Suppositions
{
    private const int MostRounds = 6;

    private readonly Differences _numbers;
    private readonly List<(int Number, LinearForm Left, LinearForm Right)> _products;
    private readonly List<(LinearForm Form, bool IsStrict)> _atMostZero;
    private readonly List<LinearForm> _differentForms;

    /// <summary>Supposes `left &lt; right` (strict) or `left &lt;= right`, both being values.</summary>
    public bool MakeAtMost(Expression left, Expression right, bool isStrict)
    {
        if (!MakeNotNull(left) || !MakeNotNull(right))
        {
            return false;
        }

        return DifferenceOf(left, right) is not { } form || AddAtMostZero(form, isStrict);
    }

    private bool MakeSameNumber(Expression left, Expression right) =>
        DifferenceOf(left, right) is not { } form
        || (AddAtMostZero(form, isStrict: false) && (form.Times(-1) is not { } back || AddAtMostZero(back, isStrict: false)));

    private void MakeDifferentNumber(Expression left, Expression right)
    {
        if (DifferenceOf(left, right) is { } form)
        {
            _differentForms.Add(form);
        }
    }

    private LinearForm? DifferenceOf(Expression left, Expression right) =>
        FormOf(left) is { } first && FormOf(right) is { } second ? first.Minus(second) : null;

    private LinearForm? FormOf(Expression value) => value switch
    {
        _ when Axes.Of(value.Type) != Axis.Number => null,
        Literal literal => Axes.NumberOf(literal) is { } constant && Weight.IsExact(constant) ? LinearForm.Of(constant) : null,
        Unary { Operator: UnaryOperator.Negate } negation => FormOf(negation.Operand)?.Times(-1),
        BuiltIn { Function: BuiltInFunction.DaysBetween } days => DifferenceOf(days.Arguments[1], days.Arguments[0]),
        Binary sum when IsOperation(sum) && Axes.IsLinear(sum.Left.Type) && Axes.IsLinear(sum.Right.Type) => FormOf(sum),
        _ => LinearForm.Of(NumberOf(value)),
    };

    private LinearForm? FormOf(Binary value)
    {
        if (FormOf(value.Left) is not { } left || FormOf(value.Right) is not { } right)
        {
            return null;
        }

        return value.Operator switch
        {
            BinaryOperator.Add => left.Plus(right),
            BinaryOperator.Subtract => left.Minus(right),
            BinaryOperator.Multiply when left.IsConstant => right.Times(left.Constant),
            BinaryOperator.Multiply when right.IsConstant => left.Times(right.Constant),
            BinaryOperator.Multiply => ProductOf(value, left, right),
            _ => LinearForm.Of(NumberOf(value)),
        };
    }

    private LinearForm ProductOf(Binary value, LinearForm left, LinearForm right)
    {
        var count = _numbers.Count;
        var number = NumberOf(value);
        if (_numbers.Count > count)
        {
            _products.Add((number, left, right));
        }

        return LinearForm.Of(number);
    }

    private int NumberOf(Expression value) => _terms[TermOf(value)].Number;

    private static bool IsOperation(Expression value) =>
        value is Unary { Operator: UnaryOperator.Negate }
        || (value is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } sum
            && Axes.Of(sum.Type) == Axis.Number);

    private void AddBounds(Term term)
    {
        if (term.Axis != Axis.Number)
        {
            return;
        }

        var (lowest, highest) = _facts.BoundsOf(term.Expression);
        if (highest is { } most && Weight.IsExact(most))
        {
            _numbers.Add(term.Number, Differences.Zero, new Weight(most, 0));
        }

        if (lowest is { } least && Weight.IsExact(least))
        {
            _numbers.Add(Differences.Zero, term.Number, new Weight(-least, 0));
        }
    }

    private bool AddAtMostZero(LinearForm form, bool isStrict)
    {
        var strictness = isStrict ? -1 : 0;
        switch (form.Parts)
        {
            case []:
                return form.Constant < 0 || (form.Constant == 0 && !isStrict);
            case [(var number, 1)]:
                _numbers.Add(number, Differences.Zero, new Weight(-form.Constant, strictness));
                return true;
            case [(var number, -1)]:
                _numbers.Add(Differences.Zero, number, new Weight(-form.Constant, strictness));
                return true;
            case [(var left, 1), (var right, -1)]:
                _numbers.Add(left, right, new Weight(-form.Constant, strictness));
                return true;
            case [(var right, -1), (var left, 1)]:
                _numbers.Add(left, right, new Weight(-form.Constant, strictness));
                return true;
            default:
                _atMostZero.Add((form, isStrict));
                return true;
        }
    }

    private bool NumbersCanHold()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (!_numbers.CanHold())
            {
                return false;
            }

            if (!NeedsBounds)
            {
                return true;
            }

            var (highest, lowest) = _numbers.Bounds();
            if (_atMostZero.Exists(sum => IsAboveZero(sum.Form, sum.IsStrict, highest, lowest))
                || _differentForms.Exists(form => IsZero(form, highest, lowest)))
            {
                return false;
            }

            if (!(NarrowProducts(highest, lowest) | NarrowByDifferent(highest, lowest) | NarrowLengths()))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>Something is known that is more than differences.</summary>
    private bool NeedsBounds =>
        _atMostZero.Count + _differentForms.Count + _products.Count > 0
        || _terms.Exists(term => term.Expression is BuiltIn { Function: BuiltInFunction.Length });

    private static bool IsAboveZero(LinearForm form, bool isStrict, Weight?[] highest, Weight?[] lowest) =>
        form.Times(-1)?.Highest(highest, lowest) is { } below
        && (below.Value < 0 || (below.Value == 0 && (isStrict || below.Strictness < 0)));

    private static bool IsZero(LinearForm form, Weight?[] highest, Weight?[] lowest) =>
        form.Highest(highest, lowest) is { Value: 0, Strictness: 0 }
        && form.Times(-1)?.Highest(highest, lowest) is { Value: 0, Strictness: 0 };

    /// <summary>`x != 5` and `x &lt;= 5` give `x &lt; 5`.</summary>
    private bool NarrowByDifferent(Weight?[] highest, Weight?[] lowest)
    {
        var isChanged = false;
        foreach (var form in _differentForms)
        {
            if (form.Parts is not [(var number, 1)])
            {
                continue;
            }

            if (highest[number] is { Strictness: 0 } most && most.Value == -form.Constant)
            {
                _numbers.Add(number, Differences.Zero, new Weight(-form.Constant, -1));
                isChanged = true;
            }

            if (lowest[number] is { Strictness: 0 } least && least.Value == form.Constant)
            {
                _numbers.Add(Differences.Zero, number, new Weight(form.Constant, -1));
                isChanged = true;
            }
        }

        return isChanged;
    }

    private bool NarrowProducts(Weight?[] highest, Weight?[] lowest)
    {
        var isChanged = false;
        foreach (var (number, left, right) in _products)
        {
            if (ProductBounds.Of(left, right, highest, lowest) is var (least, most))
            {
                isChanged |= Narrow(number, most, highest[number], isUpper: true);
                isChanged |= Narrow(number, -least, lowest[number], isUpper: false);
            }
        }

        return isChanged;
    }

    private bool Narrow(int number, decimal bound, Weight? known, bool isUpper)
    {
        if (known is { } has && has.Value <= bound)
        {
            return false;
        }

        var (left, right) = isUpper ? (number, Differences.Zero) : (Differences.Zero, number);
        _numbers.Add(left, right, new Weight(bound, 0));
        return true;
    }
}
