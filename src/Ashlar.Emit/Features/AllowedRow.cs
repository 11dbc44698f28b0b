using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Features;

/// <summary>
/// Whether the caller may make the row that came of a request: what the rules of the operation and those of restricted
/// fields ask of it.
/// </summary>
internal sealed class AllowedRow(Emission emission, Entity entity, Gate gate, ImmutableArray<FieldGate> fields)
{
    /// <summary>The condition on the row and the request.</summary>
    public Expression Condition { get; } = Grants.Conditions.And(
        fields.Select(item => item.Condition(gate.NeedsSignIn)).Prepend(gate.Condition(gate.NeedsSignIn)));

    /// <summary>The same in parts, all of which have to hold.</summary>
    public IEnumerable<Expression> Conditions =>
        fields.Select(item => item.Condition(gate.NeedsSignIn)).Prepend(gate.Condition(gate.NeedsSignIn));

    /// <summary>Nothing of the row takes part.</summary>
    public bool IsByCaller => gate.IsByCaller && fields.All(item => item.Gate.IsByCaller);

    /// <summary>It asks only columns of the row, so that the statement which writes the row can answer.</summary>
    public bool IsOfColumns => OwnColumns.Suffice(emission.Model, Condition);

    /// <summary>Whether it can change when these fields do.</summary>
    public bool DependsOn(IReadOnlyCollection<Field> changed) =>
        !IsByCaller && FieldsOf(Inlined).Overlaps(changed.Select(field => field.Name));

    /// <summary>The question as a statement of its own.</summary>
    public SqlStatement Statement() => SqlStatement.Write(emission, text =>
    {
        _ = text.Input("id", new ScalarType(Scalar.Uuid));
        return text.SelectOne(entity, text.Condition(Condition, entity, text.Row(entity)));
    });

    private Expression Inlined => FunctionInliner.Inline(Condition, emission.Model.Function);

    private HashSet<string> FieldsOf(Expression condition)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var own = condition.DescendantsAndSelf().OfType<FieldAccess>()
            .Where(access => access.Target is Variable { Kind: VariableKind.This });
        foreach (var access in own)
        {
            names.Add(access.Field);
            if (emission.Model.FieldOf(access) is { Computed: { } computed })
            {
                names.UnionWith(FieldsOf(FunctionInliner.Inline(computed, emission.Model.Function)));
            }
        }

        return names;
    }
}
