using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// Decides whether a condition can hold at all, by refutation: it splits the condition into alternatives and looks for
/// a contradiction in each. It is sound, not complete: `Always` and `Never` are proven, `Unknown` promises nothing. The
/// work is bounded, so that a condition of any size gets an answer.
/// </summary>
public sealed class ConditionSolver(SystemModel model)
{
    private readonly TermFacts _facts = new(model);

    /// <summary>Whether a condition is true, or false, in every row in which all that is given holds.</summary>
    public Truth Decide(Expression condition, params IEnumerable<Goal> given)
    {
        var inlined = Inline(condition);
        ImmutableArray<Goal> known = [.. given];
        if (!CanHold([.. known, Goal.Holds(inlined)]))
        {
            return Truth.Never;
        }

        return CanHold([.. known, Goal.Fails(inlined)]) ? Truth.Unknown : Truth.Always;
    }

    /// <summary>Whether a value can be null in some row, as far as its declaration says.</summary>
    public bool MayBeNull(Expression value) => _facts.MayBeNull(value);

    /// <summary>False only when no row fulfils all of the goals.</summary>
    public bool CanHold(params IEnumerable<Goal> goals)
    {
        var inlined = goals.Select(goal => goal with { Condition = Inline(goal.Condition) });
        return new Search().CanHold(new Suppositions(_facts), new Agenda([.. inlined]));
    }

    private Expression Inline(Expression condition) =>
        model.Functions.IsEmpty ? condition : FunctionInliner.Inline(condition, model.Function);

    /// <summary>One run with its bound on work.</summary>
    private sealed class Search
    {
        private const int MostWork = 8000;

        private static readonly Variable Caller = new(new UnknownType(), VariableKind.Caller, "caller");

        private int _work;

        public bool CanHold(Suppositions known, Agenda agenda)
        {
            while (agenda.Next() is { } goal)
            {
                if (!Suppose(goal, known, agenda))
                {
                    return false;
                }
            }

            // A check looks at every value that is known of, so it costs more the more there are.
            _work += 1 + known.Size;
            if (_work > MostWork)
            {
                return true;
            }

            if (!known.CanHold())
            {
                return false;
            }

            return agenda.NextSplit() is not { } split
                || split.Any(branch => CanHold(known.Copy(), agenda.With(branch)));
        }

        private static bool Suppose(Goal goal, Suppositions known, Agenda agenda) => goal.Condition switch
        {
            Literal { Value: bool value } => value == goal.IsTrue,
            Unary { Operator: UnaryOperator.Not } negation => agenda.Add(new Goal(negation.Operand, !goal.IsTrue)),
            Binary { Operator: BinaryOperator.And } both => SupposeBoth(both, isAll: goal.IsTrue, goal.IsTrue, agenda),
            Binary { Operator: BinaryOperator.Or } either => SupposeBoth(either, isAll: !goal.IsTrue, goal.IsTrue, agenda),
            Conditional choice => agenda.Split(
                [Goal.Holds(choice.Condition), new Goal(choice.Then, goal.IsTrue)],
                [Goal.Fails(choice.Condition), new Goal(choice.Else, goal.IsTrue)]),
            _ when Choice.In(goal.Condition) is { } choice => SplitChoice(goal, choice, agenda),
            Binary { Operator: BinaryOperator.Coalesce } first => agenda.Split(
                [Goal.IsNotNull(first.Left), new Goal(first.Left, goal.IsTrue)],
                [Goal.IsNull(first.Left), new Goal(first.Right, goal.IsTrue)]),
            Binary comparison => SupposeComparison(comparison, goal, known, agenda),
            CallerIs when goal.IsTrue && !known.MakeNotNull(Caller) => false,
            _ => known.MakeFlag(goal.Condition, goal.IsTrue),
        };

        private static bool SupposeBoth(Binary node, bool isAll, bool isTrue, Agenda agenda)
        {
            var (left, right) = (new Goal(node.Left, isTrue), new Goal(node.Right, isTrue));
            return isAll ? agenda.Add(left) && agenda.Add(right) : agenda.Split([left], [right]);
        }

        private static bool SplitChoice(Goal goal, Choice choice, Agenda agenda) => agenda.Split(
            [choice.When, goal with { Condition = choice.Replace(goal.Condition, choice.Then) }],
            [choice.When.Opposite, goal with { Condition = choice.Replace(goal.Condition, choice.Otherwise) }]);

        private static bool SupposeComparison(Binary node, Goal goal, Suppositions known, Agenda agenda) => node.Operator switch
        {
            BinaryOperator.Equal => SupposeEqual(node, goal.IsTrue, known, agenda),
            BinaryOperator.NotEqual => SupposeEqual(node, !goal.IsTrue, known, agenda),
            BinaryOperator.Less => SupposeOrder(node.Left, node.Right, isStrict: true, goal.IsTrue, known),
            BinaryOperator.LessOrEqual => SupposeOrder(node.Left, node.Right, isStrict: false, goal.IsTrue, known),
            BinaryOperator.Greater => SupposeOrder(node.Right, node.Left, isStrict: true, goal.IsTrue, known),
            BinaryOperator.GreaterOrEqual => SupposeOrder(node.Right, node.Left, isStrict: false, goal.IsTrue, known),
            BinaryOperator.In when node.Right is ListLiteral list => SupposeIn(node, list, goal.IsTrue, known, agenda),
            BinaryOperator.StartsWith or BinaryOperator.Contains => SupposeText(node, goal.IsTrue, known),
            _ => known.MakeFlag(node, goal.IsTrue),
        };

        /// <summary>`not (a &lt; b)` is `b &lt;= a`: an order is evaluated only where both sides have a value.</summary>
        private static bool SupposeOrder(Expression left, Expression right, bool isStrict, bool isTrue, Suppositions known) =>
            isTrue ? known.MakeAtMost(left, right, isStrict) : known.MakeAtMost(right, left, !isStrict);

        private static bool SupposeText(Binary node, bool isTrue, Suppositions known)
        {
            if (isTrue && !(known.MakeNotNull(node.Left) && known.MakeNotNull(node.Right)))
            {
                return false;
            }

            if (node.Right is Literal { Value: string part } && Axes.Of(node.Left.Type) == Axis.Name)
            {
                known.AddTextTest(node.Left, node.Operator, part, isTrue);
            }

            return known.MakeFlag(node, isTrue);
        }

        private static bool SupposeEqual(Binary node, bool isTrue, Suppositions known, Agenda agenda)
        {
            if (!known.MayBeValue(node.Left) || !known.MayBeValue(node.Right))
            {
                var other = known.MayBeValue(node.Left) ? node.Left : node.Right;
                return isTrue ? known.MakeNull(other) : known.MakeNotNull(other);
            }

            if (IsTruthOfConditions(node) && !known.MayBeNull(node.Left) && !known.MayBeNull(node.Right))
            {
                return agenda.Split(
                    [Goal.Holds(node.Left), new Goal(node.Right, isTrue)],
                    [Goal.Fails(node.Left), new Goal(node.Right, !isTrue)]);
            }

            if (!isTrue)
            {
                return known.MakeDifferent(node.Left, node.Right);
            }

            if (known.MayBeNull(node.Left) && known.MayBeNull(node.Right))
            {
                return agenda.Split(
                    [Goal.IsNull(node.Left), Goal.IsNull(node.Right)],
                    [Goal.IsNotNull(node.Left), Goal.IsNotNull(node.Right), Goal.Holds(EqualTo(node, node.Right))]);
            }

            return known.MakeNotNull(node.Left) && known.MakeNotNull(node.Right) && known.MakeSame(node.Left, node.Right);
        }

        private static bool IsTruthOfConditions(Binary node) => node.Left.Type is ScalarType { Scalar: Scalar.Bool };

        private static bool SupposeIn(Binary node, ListLiteral list, bool isTrue, Suppositions known, Agenda agenda)
        {
            if (!isTrue)
            {
                return list.Items.All(item => agenda.Add(Goal.Fails(EqualTo(node, item))));
            }

            var names = list.Items.Items.Select(NameOf).OfType<string>().ToList();
            if (names.Count == list.Items.Count)
            {
                return known.MakeOneOf(node.Left, ValueSet.Of(names));
            }

            return !list.Items.IsEmpty && agenda.Split([.. list.Items.Select(item => (Goal[])[Goal.Holds(EqualTo(node, item))])]);
        }

        private static string? NameOf(Expression item) =>
            item is Literal literal && Axes.Of(item.Type) == Axis.Name ? Axes.NameOf(literal) : null;

        private static Binary EqualTo(Binary node, Expression item) =>
            node with { Operator = BinaryOperator.Equal, Right = item };
    }
}
