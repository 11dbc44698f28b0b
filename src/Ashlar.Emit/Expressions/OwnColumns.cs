using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>Tells expressions that ask only columns of their row: the statement which writes the row can answer them.</summary>
internal static class OwnColumns
{
    public static bool Suffice(SystemModel model, Expression value) =>
        FunctionInliner.Inline(value, model.Function).DescendantsAndSelf().All(node => IsOfColumn(model, node));

    private static bool IsOfColumn(SystemModel model, Expression node) => node switch
    {
        Comprehension => false,
        FieldAccess { Field: "id" } => true,
        FieldAccess { Target: Variable { Kind: VariableKind.This } } access => IsColumn(model, access),
        FieldAccess { Target.Type: ReferenceType } => false,
        _ => true,
    };

    private static bool IsColumn(SystemModel model, FieldAccess access) =>
        model.FieldOf(access) is { Relation: null } field && (field.Computed is not { } computed || Suffice(model, computed));
}
