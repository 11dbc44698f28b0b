using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Features;

/// <summary>The fields that every change of a row sets again: `changed_at = $5`.</summary>
internal static class OnUpdateValues
{
    public static IEnumerable<Field> FieldsOf(Entity entity) => entity.Fields.Where(field => field.OnUpdate is not null);

    /// <summary>The assignments; the rewriter puts what the change makes of the row in place of what the row is.</summary>
    public static IEnumerable<string> Of(StatementText text, Entity entity, string row, ExpressionRewriter changed) =>
        ValuesOf(text, entity, row, changed).Select(value => $"{SqlNames.Quote(value.Column)} = {value.Stored}");

    /// <summary>The same for a request that may say nothing: `changed_at = case when $4 then $5 else changed_at end`.</summary>
    public static IEnumerable<string> Of(
        StatementText text, Entity entity, string row, ExpressionRewriter changed, string isChange) =>
        ValuesOf(text, entity, row, changed).Select(value => $"{SqlNames.Quote(value.Column)} = "
            + $"case when {isChange} then {value.Stored} else {StatementText.Column(row, value.Column)} end");

    private static IEnumerable<(string Column, string Stored)> ValuesOf(
        StatementText text, Entity entity, string row, ExpressionRewriter changed)
    {
        var model = text.Emission.Model;
        return FieldsOf(entity).SelectMany(field => text.Emission.TableOf(entity).ColumnsOf(field.Name).Select(column =>
        {
            var value = changed.Rewrite(FunctionInliner.Inline(field.OnUpdate ?? Grants.Conditions.True, model.Function));
            return (column.Name, text.Expressions.Stored(value, column.Type, SqlScope.Of(entity, row)));
        }));
    }
}
