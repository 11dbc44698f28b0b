using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;
using static Ashlar.Tests.Analysis.Conditions.SmallWorld;

namespace Ashlar.Tests.Analysis.Conditions;

public sealed class ConditionSolverTests
{
    private const int Conditions = 4_000;
    private const int MostRows = 1_000;

    private readonly ConditionSolver _solver = new(SmallWorld.Model);

    [Fact]
    public void What_is_claimed_is_so_in_every_row()
    {
        var random = new RandomConditions(seed: 20260301);
        var (always, never, missed) = (0, 0, 0);
        for (var i = 0; i < Conditions; i++)
        {
            var condition = random.Condition(depth: i % 4);
            var (someHold, someFail) = Evaluate(condition);
            var truth = _solver.Decide(condition);
            Assert.False(truth == Truth.Always && someFail, $"claimed always: {condition}");
            Assert.False(truth == Truth.Never && someHold, $"claimed never: {condition}");
            always += truth == Truth.Always ? 1 : 0;
            never += truth == Truth.Never ? 1 : 0;
            missed += truth == Truth.Unknown && !(someHold && someFail) ? 1 : 0;
        }

        // The solver need not find everything, but one that finds nothing is no solver.
        Assert.True(always > 300 && never > 300 && missed < 300, $"{always} always, {never} never, {missed} missed");
    }

    [Fact]
    public void What_is_given_is_taken_for_granted()
    {
        var isOwn = Equal(Own("owner"), Caller);
        Assert.Equal(Truth.Unknown, _solver.Decide(isOwn));
        Assert.Equal(Truth.Never, _solver.Decide(isOwn, Goal.IsNull(Caller)));
        Assert.Equal(Truth.Always, _solver.Decide(Is(BinaryOperator.NotEqual, Caller, Null), Goal.IsNotNull(Caller)));
    }

    [Fact]
    public void A_missing_owner_is_the_same_as_a_missing_caller() =>
        Assert.Equal(Truth.Unknown, _solver.Decide(Equal(Own("helper"), Caller), Goal.IsNull(Caller)));

    [Fact]
    public void A_role_needs_somebody_who_has_it() =>
        Assert.Equal(Truth.Never, _solver.Decide(new CallerIs(Bool, "Editor"), Goal.IsNull(Caller)));

    [Fact]
    public void Orders_of_fields_are_followed_through()
    {
        var later = Is(BinaryOperator.Less, Own("from"), Own("until"));
        var earlier = Is(BinaryOperator.Less, Own("until"), Own("from"));
        Assert.Equal(Truth.Never, _solver.Decide(And(later, earlier), Goal.IsNotNull(Own("until"))));
    }

    [Fact]
    public void Conditions_that_are_not_looked_into_still_exclude_their_opposite()
    {
        var any = AnyOwner("x");
        Assert.Equal(Truth.Unknown, _solver.Decide(any));
        Assert.Equal(Truth.Never, _solver.Decide(And(any, Not(AnyOwner("y")))));
        Assert.Equal(Truth.Always, _solver.Decide(Or(any, Not(AnyOwner("y")))));
    }

    [Fact]
    public void A_condition_of_any_size_gets_an_answer()
    {
        Expression condition = Own("p");
        for (var i = 0; i < 400; i++)
        {
            var either = Or(Equal(Own("a"), Number(i)), Equal(Own("b"), Number(i)));
            condition = And(condition, Or(either, Is(BinaryOperator.Less, Own("m"), Number(i))));
        }

        Assert.Equal(Truth.Never, _solver.Decide(condition, Goal.Fails(Own("p"))));
        Assert.Contains(_solver.Decide(condition), new[] { Truth.Unknown, Truth.Never });
    }

    /// <summary>`any(x in Thing: x.owner == caller)`, with any name for the item.</summary>
    private static Comprehension AnyOwner(string item)
    {
        var variable = new Variable(This.Type, VariableKind.Item, item);
        return new Comprehension(Bool, ComprehensionKind.Any, variable, Source: null)
        {
            EntitySource = Entity,
            Select = Equal(new FieldAccess(Person, variable, "owner"), Caller),
        };
    }

    private static (bool SomeHold, bool SomeFail) Evaluate(Expression condition)
    {
        var names = condition.DescendantsAndSelf().Select(NameOf).OfType<string>().Distinct().ToList();
        var (someHold, someFail) = (false, false);
        foreach (var row in Rows(names).Take(MostRows))
        {
            var holds = new ConditionEvaluator(row).Holds(condition);
            someHold |= holds;
            someFail |= !holds;
            if (someHold && someFail)
            {
                break;
            }
        }

        return (someHold, someFail);
    }

    private static string? NameOf(Expression node) => node switch
    {
        Variable { Kind: VariableKind.Caller } => "caller",
        FieldAccess { Target: Variable { Kind: VariableKind.This } } own => own.Field,
        _ => null,
    };

    private static IEnumerable<Dictionary<string, object?>> Rows(List<string> names)
    {
        var counters = new int[names.Count];
        do
        {
            yield return names.Select((name, i) => KeyValuePair.Create(name, ValuesOf(name)[counters[i]])).ToDictionary();
        }
        while (Advance(counters, names));
    }

    private static bool Advance(int[] counters, List<string> names)
    {
        for (var i = 0; i < counters.Length; i++)
        {
            if (++counters[i] < ValuesOf(names[i]).Count)
            {
                return true;
            }

            counters[i] = 0;
        }

        return false;
    }
}
