using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Requirements;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Access;

/// <summary>Questions about one rule of an access block.</summary>
internal static class Grants
{
    public static IEnumerable<AccessRule> Allowing(this Entity entity, Operation operation)
    {
        foreach (var rule in entity.Access.Rules)
        {
            if (rule.Operations.Items.Contains(operation))
            {
                yield return rule;
            }
        }
    }

    public static bool Mentions(this AccessRule rule, string field)
    {
        foreach (var name in rule.Fields)
        {
            if (string.Equals(name, field, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A condition such as `owner == caller` between two different paths to rows, by far the commonest: it holds for some
    /// and not for others, and nothing need be proved.
    /// </summary>
    public static bool ComparesTwoRows(Expression condition) =>
        condition is Binary { Operator: BinaryOperator.Equal, Left.Type: ReferenceType, Right.Type: ReferenceType } equal
        && equal.Left is FieldAccess { Target: Variable { Kind: VariableKind.This } }
        && equal.Right is Variable { Kind: VariableKind.Caller };

    /// <summary>Somebody who is not signed in may pass.</summary>
    public static bool LetsNobodyIn(this AccessRule rule, ModelFacts facts) => LetsNobodyIn(rule.Audience, rule.Where, facts);

    public static bool LetsNobodyIn(this ActionDefinition action, ActionRule rule, ModelFacts facts) =>
        LetsNobodyIn(rule.Audience, rule.Where is null ? null : new ActionTerms(facts.Model, action).Rewrite(rule.Where), facts);

    private static bool LetsNobodyIn(Audience audience, Expression? condition, ModelFacts facts) =>
        audience.Kind == AudienceKind.Anyone
        && (condition is null || facts.Solver.CanHold(Audiences.NobodyAsks, Goal.Holds(condition)));

    /// <summary>The condition asks something about the caller, so that it may differ from one caller to the next.</summary>
    public static bool DependsOnCaller(this AccessRule rule, ModelFacts facts) =>
        rule.Where is { } where
        && FunctionInliner.Inline(where, facts.Model.Function).DescendantsAndSelf()
            .Any(node => node is CallerIs or Variable { Kind: VariableKind.Caller });

    public static Field? PasswordOf(Entity entity) =>
        entity.Fields.FirstOrDefault(field => field.Type is ScalarType { Scalar: Scalar.Password });

    /// <summary>Anyone may make an account, so `signed in` is no more than a name for anyone.</summary>
    public static bool IsRegistrationOpen(ModelFacts facts) =>
        facts.Principal?.Allowing(Operation.Create).Any(rule => rule.LetsNobodyIn(facts)) == true;

    /// <summary>`create, update and delete`.</summary>
    public static string Describe(IEnumerable<Operation> operations)
    {
        var words = operations.Select(operation => $"{operation}".ToLowerInvariant()).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
    }
}
