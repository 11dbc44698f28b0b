using Ashlar.Core.Model;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// Search on PostgreSQL. Where a path leads to another table, a trigger writes the words; it locks the rows that it reads, so
/// that a change of theirs that runs at the same time is not missed.
/// </summary>
internal static class PostgresSearch
{
    public static IEnumerable<string> Write(SchemaContext context, EntityTable table, Search search)
    {
        var index = SqlNames.Fit($"{table.Name}_search_idx");
        yield return $"create index {SqlNames.Quote(index)} on {SqlNames.Quote(table.Name)} using gin ({SearchWriter.Words});";
        var hops = SearchWriter.Hops(context.Model, search);
        if (hops.Length == 0)
        {
            yield break;
        }

        yield return OwnTrigger(context, table, search, hops);
        foreach (var (hop, number) in hops.Select((hop, i) => (hop, i + 1)))
        {
            yield return OtherTrigger(context, table, search, hop, SqlNames.Fit($"{table.Name}_search_words_{number}"));
        }
    }

    private static string OwnTrigger(SchemaContext context, EntityTable table, Search search, SearchHop[] hops)
    {
        var name = SqlNames.Fit($"{table.Name}_search_words");
        var scope = SqlScope.Of(table.Entity, "new");
        var locks = hops.Select(hop => (hop.Table, Id: context.Expressions.Value(hop.Reference, scope))).Distinct()
            .Select(row => $"  perform from {SqlNames.Quote(row.Table)} where id = {row.Id} for share;");
        var columns = string.Join(", ", SearchWriter.OwnColumns(context, table, search));
        return $"""
            create function {name}() returns trigger language plpgsql as $$
            begin
            {string.Join('\n', locks)}
              new.search_words := {SearchWriter.WordsOf(context, table, search, "new")};
              return new;
            end $$;
            create trigger {name} before insert or update of {columns} on {SqlNames.Quote(table.Name)}
              for each row execute function {name}();
            """;
    }

    private static string OtherTrigger(SchemaContext context, EntityTable table, Search search, SearchHop hop, string name)
    {
        var reference = context.Expressions.Value(hop.Reference, SqlScope.Of(table.Entity, "found"));
        var column = SqlNames.Quote(hop.Column);
        return $"""
            create function {name}() returns trigger language plpgsql as $$
            begin
              update {SqlNames.Quote(table.Name)} as found
              set search_words = {SearchWriter.WordsOf(context, table, search, "found")}
              where {reference} = new.id;
              return null;
            end $$;
            create trigger {name} after update of {column} on {SqlNames.Quote(hop.Table)}
              for each row when (old.{column} is distinct from new.{column}) execute function {name}();
            """;
    }
}
