using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// Checks over lists of the row. They have to hold when the transaction ends, whichever side was written. PostgreSQL has
/// deferred constraint triggers; they lock the owner, so that two writers of one list see each other. SQLite has none, but
/// defers foreign keys: triggers note a broken check in a row with a reference that nothing fulfils, and take it back.
/// </summary>
internal static class ListCheckWriter
{
    public const string BrokenTable = "ashlar_broken_checks";

    public const string NoBrokenTable = "ashlar_never";

    /// <summary>What every SQLite schema with such checks has once.</summary>
    public const string SqliteTables = $"""
        -- Checks over lists that do not hold. What leaves a row here does not commit: {NoBrokenTable} is always empty.
        create table {NoBrokenTable} (
          id integer primary key check (false)
        ) strict;

        create table {BrokenTable} (
          check_name text not null,
          owner_id text not null,
          mended integer not null default 1 references {NoBrokenTable} (id) deferrable initially deferred,
          primary key (check_name, owner_id)
        ) strict;
        """;

    public static IEnumerable<string> Write(SchemaContext context, EntityTable table, ListCheck check)
    {
        var sources = check.Lists.Select(list => SourceOf(context, table, list)).OfType<ListSource>().Distinct().ToArray();
        var triggers = context.IsSqlite ? Sqlite(context, table, check, sources) : Postgres(context, table, check, sources);
        return triggers.Prepend(View(context, table, check));
    }

    /// <summary>The rows that break the rule: none, once a transaction is committed.</summary>
    private static string View(SchemaContext context, EntityTable table, ListCheck check) => $"""
        -- {check.Element}: rows for which it does not hold.
        create view {BrokenView(check)} as
        {BrokenRows(context, table, check)};
        """;

    public static string BrokenRows(SchemaContext context, EntityTable table, ListCheck check)
    {
        var broken = new Unary(new ScalarType(Scalar.Bool), UnaryOperator.Not, check.Check.Condition);
        return $"""
            select owner.id from {SqlNames.Quote(table.Name)} as owner
            where {context.Expressions.Condition(broken, SqlScope.Of(table.Entity, "owner"))}
            """;
    }

    public static string BrokenView(ListCheck check) => SqlNames.Quote(SqlNames.Fit(check.Name + "_broken"));

    private static IEnumerable<string> Postgres(SchemaContext context, EntityTable table, ListCheck check, ListSource[] sources)
    {
        var (name, rows) = (SqlNames.Quote(check.Name), SqlNames.Quote(table.Name));
        yield return $"""
            create function {name}() returns trigger language plpgsql as $$
            declare
              owners uuid[] := array[(to_jsonb(old) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[0])::uuid];
            begin{(sources.Any(source => !source.Path.IsEmpty) ? OwnersOfOwners : "")}
              perform from {rows} where id = any (owners) order by id for no key update;
              if exists (select from {BrokenView(check)} where id = any (owners)) then
                raise exception using
                  errcode = 'check_violation', schema = tg_table_schema, table = '{table.Name}', constraint = '{check.Name}',
                  message = {SqlText.Of(Message(check))};
              end if;
              return null;
            end $$;
            """;
        var own = OwnColumns(context, table, check);
        var when = own.Length == 0 ? "insert" : $"insert or update of {string.Join(", ", own)}";
        yield return ConstraintTrigger(name, when, rows, "id");
        foreach (var source in sources)
        {
            yield return ConstraintTrigger(
                name,
                "insert or update or delete",
                SqlNames.Quote(source.Table),
                [source.OwnerColumn, .. source.Path.SelectMany(step => (string[])[step.Table, step.Column])]);
        }
    }

    private static string ConstraintTrigger(string name, string when, string table, params IEnumerable<string> owner) =>
        $"""
        create constraint trigger {name} after {when} on {table}
          deferrable initially deferred for each row execute function {name}('{string.Join("', '", owner)}');
        """;

    /// <summary>Behind the column stands where it leads to: for each step a table, and its column with the owner.</summary>
    private const string OwnersOfOwners = """

          for step in 1 .. tg_nargs / 2 loop
            execute format('select array_agg(%I) from %I where id = any ($1)', tg_argv[2 * step], tg_argv[2 * step - 1])
              into owners using owners;
          end loop;
        """;

    private static IEnumerable<string> Sqlite(SchemaContext context, EntityTable table, ListCheck check, ListSource[] sources)
    {
        var own = OwnColumns(context, table, check);
        yield return Trigger(check, "insert", "insert", table.Name, "new.id");
        if (own.Length > 0)
        {
            yield return Trigger(check, "update", $"update of {string.Join(", ", own)}", table.Name, "new.id");
        }

        yield return Trigger(check, "delete", "delete", table.Name, "old.id");
        foreach (var source in sources)
        {
            var (name, now, before) = (source.Name, Owner(source, "new"), Owner(source, "old"));
            yield return Trigger(check, $"{name}_insert", "insert", source.Table, now);
            yield return Trigger(check, $"{name}_update", "update", source.Table, now, before);
            yield return Trigger(check, $"{name}_delete", "delete", source.Table, before);
        }
    }

    private static string Owner(ListSource source, string row) => source.Path.Aggregate(
        $"{row}.{SqlNames.Quote(source.OwnerColumn)}",
        (key, step) => $"(select {SqlNames.Quote(step.Column)} from {SqlNames.Quote(step.Table)} where id = {key})");

    private static string Trigger(ListCheck check, string suffix, string when, string on, params ReadOnlySpan<string> owners)
    {
        var name = SqlNames.Quote(SqlNames.Fit($"{check.Name}_{suffix}"));
        var ids = owners.Length == 1 ? $"= {owners[0]}" : $"in ({string.Join(", ", owners)})";
        return $"""
            create trigger {name} after {when} on {SqlNames.Quote(on)} begin
              delete from {BrokenTable} where check_name = '{check.Name}' and owner_id {ids};
              insert into {BrokenTable} (check_name, owner_id)
              select '{check.Name}', id from {BrokenView(check)} where id {ids};
            end;
            """;
    }

    private static string Message(ListCheck check) =>
        check.Check.Message.Length > 0 ? check.Check.Message : $"{check.Element} has too many rows.";

    private static string[] OwnColumns(SchemaContext context, EntityTable table, ListCheck check) =>
        [.. OwnFields.In(context.Model, check.Check.Condition)
        .SelectMany(table.ColumnsOf)
        .Select(column => SqlNames.Quote(column.Name))
        .Distinct()];

    private static ListSource? SourceOf(SchemaContext context, EntityTable table, OwnList list)
    {
        var (owner, field) = list;
        var path = PathFrom(context, owner, table.Entity);
        var name = path.IsEmpty ? Spelling.Snake(field.Name) : SqlNames.ListTable(owner, field);
        if (field.Relation is not { } relation)
        {
            return new(name, SqlNames.ListTable(owner, field), "owner_id", path);
        }

        var target = context.Model.EntityOf(relation.Target);
        return relation.Kind switch
        {
            RelationKind.Linked =>
                new(name, LinkTable.Of(owner, field, target).Name, LinkTable.Of(owner, field, target).OwnerColumn, path),
            RelationKind.Owned or RelationKind.Inverse when target.Field(relation.BackReference) is { } back =>
                new(name, SqlNames.Table(target), SqlNames.Column(back), path),
            _ => null,
        };
    }

    /// <summary>How a row leads to the row that it belongs to: nothing where it is that row itself.</summary>
    private static ValueList<(string Table, string Column)> PathFrom(SchemaContext context, Entity row, Entity top)
    {
        var path = new List<(string Table, string Column)>();
        while (row.Name != top.Name && row.Owner is { } owner)
        {
            path.Add((SqlNames.Table(row), SqlNames.Column(row.Fields.First(field => field.IsOwnerReference))));
            row = context.Model.EntityOf(owner);
        }

        return path.ToValueList();
    }
}

/// <summary>
/// A table whose rows belong to an owner. Where these are not the rows of the check, <paramref name="Path"/> leads on: the
/// table of the owners and the column with their owner.
/// </summary>
internal sealed record ListSource(string Name, string Table, string OwnerColumn, ValueList<(string Table, string Column)> Path);
