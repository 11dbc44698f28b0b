using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Sql;

/// <summary>
/// Triggers that delete a file when its row gets another or goes away, however that comes about: no file is left without a
/// row that refers to it.
/// </summary>
internal static class FileCleanup
{
    public static IEnumerable<string> Write(SchemaContext context, EntityTable table) => table.Entity.Fields
        .Where(field => field.Type is ScalarType { Scalar: Scalar.File })
        .Select(field => Triggers(context, table, field));

    private static string Triggers(SchemaContext context, EntityTable table, Field field)
    {
        var (rows, column) = (SqlNames.Quote(table.Name), SqlNames.Quote(SqlNames.Column(field)));
        var (replaced, deleted) = (Name(table, field, "replaced"), Name(table, field, "deleted"));
        var delete = $"delete from {EntityConstraints.FilesTable} where id = old.{column};";
        if (context.IsSqlite)
        {
            return $"""
                create trigger {replaced} after update of {column} on {rows}
                when old.{column} is not new.{column} begin
                  {delete}
                end;
                create trigger {deleted} after delete on {rows}
                when old.{column} is not null begin
                  {delete}
                end;
                """;
        }

        var function = Name(table, field, "cleanup");
        return $"""
            create function {function}() returns trigger language plpgsql as $$
            begin
              {delete}
              return null;
            end $$;
            create trigger {replaced} after update of {column} on {rows} for each row
              when (old.{column} is distinct from new.{column}) execute function {function}();
            create trigger {deleted} after delete on {rows} for each row
              when (old.{column} is not null) execute function {function}();
            """;
    }

    private static string Name(EntityTable table, Field field, string when) =>
        SqlNames.Quote(SqlNames.Rule(table.Name, field.Name, when));
}
