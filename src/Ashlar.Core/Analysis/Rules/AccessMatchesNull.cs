using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>
/// An access rule that lets somebody in only because two missing values are equal: who has no organisation would see
/// every row without one.
/// </summary>
internal sealed class AccessMatchesNull : ModelRule
{
    private static readonly Literal False = new(new ScalarType(Scalar.Bool), false);

    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Access.Kind == AccessKind.Rules))
        {
            foreach (var rule in entity.Access.Rules)
            {
                if (rule.Where is { } where && FindMatch(facts, rule, where) is { } match)
                {
                    report.Add(Found(entity, where, match));
                }
            }
        }
    }

    private static Binary? FindMatch(ModelFacts facts, AccessRule rule, Expression where)
    {
        var inlined = FunctionInliner.Inline(where, facts.Model.Function);
        return Equalities(inlined).FirstOrDefault(equal =>
            facts.Solver.MayBeNull(equal.Left) && facts.Solver.MayBeNull(equal.Right) && facts.Solver.CanHold(
        [
            .. rule.Audience.Given(), Goal.IsNull(equal.Left), Goal.IsNull(equal.Right),
            Goal.Holds(inlined), Goal.Fails(new Without(equal).Rewrite(inlined)),
        ]));
    }

    /// <summary>Comparisons of two paths outside comprehensions.</summary>
    private static IEnumerable<Binary> Equalities(Expression node)
    {
        if (node is Binary { Operator: BinaryOperator.Equal } equal && IsPath(equal.Left) && IsPath(equal.Right))
        {
            yield return equal;
        }

        foreach (var part in node is Comprehension ? [] : node.Children().SelectMany(Equalities))
        {
            yield return part;
        }
    }

    private static bool IsPath(Expression node) => node is FieldAccess or Variable;

    private Diagnostic Found(Entity entity, Expression where, Binary match)
    {
        var (left, right) = (PathText.Of(match.Left), PathText.Of(match.Right));
        return At(where.Origin, $"rows of `{entity.Name.Name}` match where `{left}` and `{right}` are both null")
            .WithLabel("null equals null")
            .WithNote("two missing values are equal, so who has none is let in to every row that has none")
            .WithHelp($"add `{left} != null and` before the comparison")
            .About($"{entity.Name}");
    }

    private sealed class Without(Expression atom) : ExpressionRewriter
    {
        public override Expression Rewrite(Expression node) => ReferenceEquals(node, atom) ? False : base.Rewrite(node);
    }
}
