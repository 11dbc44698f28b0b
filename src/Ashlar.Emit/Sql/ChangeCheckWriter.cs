using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// Checks that compare a row with what it was: triggers on both databases. A row that is created was null before.
/// </summary>
internal static class ChangeCheckWriter
{
    public static IEnumerable<string> Write(SchemaContext context, EntityTable table, ChangeCheck check)
    {
        yield return Trigger(context, table, check, "insert", SqlScope.Of(table.Entity, "new").WithoutOld());
        yield return Trigger(context, table, check, "update", SqlScope.Of(table.Entity, "new").WithOld(table.Entity, "old"));
    }

    private static string Trigger(SchemaContext context, EntityTable table, ChangeCheck check, string when, SqlScope scope)
    {
        var name = SqlNames.Quote(SqlNames.Fit($"{check.Name}_{when}"));
        var rows = SqlNames.Quote(table.Name);
        var broken = context.Expressions.Condition(
            new Unary(new ScalarType(Scalar.Bool), UnaryOperator.Not, check.Check.Condition), scope);
        return context.IsSqlite
            ? $"""
                create trigger {name} after {when} on {rows} begin
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
                create trigger {name} after {when} on {rows} for each row execute function {name}();
                """;
    }
}
