using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>The fields of its own row that an expression reads, also behind computed fields.</summary>
internal static class OwnFields
{
    public static IEnumerable<string> In(SystemModel model, Expression expression) =>
        FunctionInliner.Inline(expression, model.Function).DescendantsAndSelf()
            .OfType<FieldAccess>()
            .Where(access => access.Target is Variable { Kind: VariableKind.This or VariableKind.Old })
            .SelectMany(access => Behind(model, access))
            .Distinct();

    private static IEnumerable<string> Behind(SystemModel model, FieldAccess access) =>
        Expressions.ModelFields.FieldOf(model, access) is { Computed: { } computed } ? In(model, computed) : [access.Field];
}
