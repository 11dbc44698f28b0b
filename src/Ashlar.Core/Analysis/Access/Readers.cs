using System.Collections.Immutable;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Access;

/// <summary>Finds who sees rows of an entity without being allowed to read everything that an expression reads.</summary>
internal sealed class Readers(ModelFacts facts)
{
    /// <summary>The first gap for an expression over the rows of an entity, or null.</summary>
    public Gap? FirstGap(Entity entity, Expression value)
    {
        var paths = PathsOf(FunctionInliner.Inline(value, facts.Model.Function)).ToImmutableArray();
        return entity.Allowing(Operation.Read)
            .SelectMany(rule => GapsOf(rule, paths))
            .OrderBy(gap => gap.IsSometimes)
            .FirstOrDefault();
    }

    /// <summary>The first gap for one of the entity's own fields.</summary>
    public Gap? FirstGap(Entity entity, string field) => entity.Allowing(Operation.Read).All(rule => rule.Mentions(field))
        ? null
        : entity.Allowing(Operation.Read)
            .SelectMany(rule => GapsOf(rule, [new FieldAccess(new UnknownType(), This(entity), field)]))
            .OrderBy(gap => gap.IsSometimes)
            .FirstOrDefault();

    /// <summary>What the readers of one rule may not read of these paths.</summary>
    public IEnumerable<Gap> GapsOf(AccessRule rule, ImmutableArray<FieldAccess> paths) =>
        from audience in rule.Audience.Groups()
        from path in paths
        let gap = GapOf(rule, audience, path)
        where gap is not null
        select gap;

    /// <summary>
    /// Every read of a field of a row, outermost first. What only asks whether a field is the caller tells the caller
    /// nothing about others, and is left out.
    /// </summary>
    public static IEnumerable<FieldAccess> PathsOf(Expression value)
    {
        if (CallerQuestion.Is(value))
        {
            yield break;
        }

        if (value is FieldAccess { Target.Type: ReferenceType } access)
        {
            yield return access;
        }

        foreach (var part in value.Children().SelectMany(PathsOf))
        {
            yield return part;
        }
    }

    private static bool IsCaller(Expression value) => value is Variable { Kind: VariableKind.Caller };

    private static bool IsOfCaller(Expression value) =>
        IsCaller(value) || (value is FieldAccess access && IsOfCaller(access.Target));

    private Gap? GapOf(AccessRule rule, Audience audience, FieldAccess path)
    {
        var isOwn = path.Target is Variable { Kind: VariableKind.This };
        if (path.Field == "id" || IsOfCaller(path) || (isOwn && rule.Mentions(path.Field)))
        {
            return null;
        }

        if (path.Target.Type is not ReferenceType type || facts.Model.Entity(type.Entity) is not { } entity)
        {
            return null;
        }

        var covering = entity.Allowing(Operation.Read)
            .Where(other => other.Audience.Covers(audience) && other.Mentions(path.Field)).ToList();
        if (covering.Count == 0)
        {
            return new Gap(audience, rule, entity, path.Field, IsSometimes: false) { IsOwn = isOwn };
        }

        return AreAllCovered(rule, audience, path.Target, covering)
            ? null
            : new Gap(audience, rule, entity, path.Field, IsSometimes: true) { IsOwn = isOwn };
    }

    /// <summary>
    /// Each row that the rule shows is shown with the field by one of the others. Rows of a comprehension are left to the
    /// row rules of their own entity.
    /// </summary>
    private bool AreAllCovered(AccessRule rule, Audience audience, Expression row, List<AccessRule> covering)
    {
        if (covering.Exists(other => other.Where is null) || IsOfItem(row))
        {
            return true;
        }

        var shown = rule.Where is { } where ? (Goal[])[Goal.Holds(where)] : [];
        var elsewhere = covering.Select(other => other.Where).OfType<Expression>()
            .Select(condition => Goal.Fails(new RowSubstitution(row).Rewrite(condition)));
        var exists = row is Variable ? (Goal[])[] : [Goal.IsNotNull(row)];
        return !facts.Solver.CanHold([.. audience.Given(), .. exists, .. shown, .. elsewhere]);
    }

    private static bool IsOfItem(Expression row) => row switch
    {
        Variable variable => variable.Kind is VariableKind.Item or VariableKind.Input,
        FieldAccess access => IsOfItem(access.Target),
        _ => true,
    };

    private static Variable This(Entity entity) => new(new ReferenceType(entity.Name), VariableKind.This, "this");

    /// <summary>Asks a condition about another row.</summary>
    private sealed class RowSubstitution(Expression row) : ExpressionRewriter
    {
        public override Expression Visit(Variable node) => node.Kind == VariableKind.This ? row : node;
    }
}
