using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// Checks that compare a row with what it was: triggers on both databases. A row that is created was null before; an
/// update that leaves the row as it is breaks no rule about changes.
/// </summary>
internal static class ChangeCheckWriter
{
    public static IEnumerable<string> Write(SchemaContext context, EntityTable table, ChangeCheck check)
    {
        var created = SqlScope.Of(table.Entity, "new").WithoutOld();
        var changed = SqlScope.Of(table.Entity, "new").WithOld(table.Entity, "old");
        yield return Trigger(context, table, check, "insert", created, "");
        yield return Trigger(context, table, check, "update", changed, IsChange(context, table));
    }

    // `*<>` compares rows as they are stored, also where a column's type, as `json`, has no equality.
    private static string IsChange(SchemaContext context, EntityTable table)
    {
        var columns = table.Columns
            .Where(column => column.Computed is null)
            .Select(column => SqlNames.Quote(column.Name))
            .ToList();
        string Row(string alias) => "(" + string.Join(", ", columns.Select(column => $"{alias}.{column}")) + ")";
        return context.IsSqlite
            ? $"\nwhen {Row("old")} is not {Row("new")}"
            : "\n  when (old.* *<> new.*)";
    }

    private static string Trigger(
        SchemaContext context, EntityTable table, ChangeCheck check, string when, SqlScope scope, string condition)
    {
        var name = SqlNames.Quote(SqlNames.Fit($"{check.Name}_{when}"));
        var rows = SqlNames.Quote(table.Name);
        var broken = context.Expressions.Condition(
            new Unary(new ScalarType(Scalar.Bool), UnaryOperator.Not, check.Check.Condition), scope);
        return context.IsSqlite
            ? $"""
                create trigger {name} after {when} on {rows}{condition} begin
                  select raise(abort, '{check.Name}') where {broken};
                end;
                """
            : $"""
                create function {name}() returns trigger language plpgsql as $$
                begin
                  if {broken} then
                    raise exception using
                      errcode = 'check_violation', schema = tg_table_schema, table = '{table.Name}', constraint = '{check.Name}',
                      message = {SqlText.Of(check.Check.Message)};
                  end if;
                  return null;
                end $$;
                create trigger {name} after {when} on {rows} for each row{condition} execute function {name}();
                """;
    }
}
