using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Entities;

/// <summary>
/// A check that reads nothing but fields of its own row, so that the program can evaluate it before it asks the database.
/// Calls and computed fields are written out in <see cref="Condition"/>.
/// </summary>
internal sealed record OwnRule(Check Check, Expression Condition, ImmutableArray<Field> Fields, bool ReadsId)
{
    /// <summary>The rules of a row that a request makes, as far as the request and the defaults tell all their fields.</summary>
    public static ImmutableArray<OwnRule> OfNew(Emission emission, Creation creation)
    {
        var known = creation.Known.Select(created => created.Field).ToHashSet();
        return [.. Of(emission, creation.Entity).Where(rule => rule.Fields.All(known.Contains))];
    }

    /// <summary>The rules of which a change can hold all fields. A value with parts is looked at by the database.</summary>
    public static ImmutableArray<OwnRule> OfChange(Emission emission, Entity entity, IReadOnlyCollection<Field> changed) =>
    [
        .. Of(emission, entity).Where(rule => !rule.Fields.IsEmpty && rule.Fields.All(field =>
            changed.Contains(field) && field.Type is not Core.Model.Types.ValueType { IsNullable: false })),
    ];

    private static IEnumerable<OwnRule> Of(Emission emission, Entity entity)
    {
        var model = emission.Model;
        var computed = new ComputedFields(model);
        foreach (var check in emission.ConstraintsOf(entity).OfType<RowCheck>().Select(constraint => constraint.Check))
        {
            var condition = computed.Rewrite(FunctionInliner.Inline(check.Condition, model.Function));
            var own = condition.DescendantsAndSelf().OfType<FieldAccess>().Where(IsOwn).ToList();
            var fields = own.Select(access => model.FieldOf(access)).OfType<Field>().ToHashSet();
            if (condition.DescendantsAndSelf().All(node => IsEvaluable(model, node)))
            {
                var readsId = condition.DescendantsAndSelf().OfType<Variable>().Count() > own.Count;
                yield return new(check, condition, [.. entity.Fields.Where(fields.Contains)], readsId);
            }
        }
    }

    private static bool IsOwn(FieldAccess access) => access.Target is Variable { Kind: VariableKind.This };

    private static bool IsEvaluable(SystemModel model, Expression node) => node switch
    {
        Comprehension or CallerIs => false,
        Variable variable => variable.Kind == VariableKind.This,
        FieldAccess access => model.FieldOf(access) is { Computed: null } field && IsAsStored(field),
        _ => true,
    };

    // What the database keeps of these is not what the request says.
    private static bool IsAsStored(Field field) => field.Type is not ScalarType { Scalar: Scalar.Password or Scalar.Json };

    /// <summary>Puts the expressions of computed fields in their places, where they cannot fail to fit.</summary>
    private sealed class ComputedFields(SystemModel model) : ExpressionRewriter
    {
        private readonly NumberRanges _ranges = new(model);

        public override Expression Visit(FieldAccess node)
        {
            if (!IsOwn(node) || model.FieldOf(node) is not { Computed: { } computed } field)
            {
                return base.Visit(node);
            }

            var value = Rewrite(FunctionInliner.Inline(computed, model.Function));
            return !Fallibility.IsNumber(field.Type) || _ranges.Of(value).Fits(field.Type) ? value : node;
        }
    }
}
