using Ashlar.Core.Model;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// Search on SQLite: an FTS5 table with the folded words of each row under its `row_key`. The words hold only letters, digits
/// and spaces, so the plain tokenizer splits them as they are.
/// </summary>
internal static class SqliteSearch
{
    public static IEnumerable<string> Write(SchemaContext context, EntityTable table, Search search)
    {
        var words = SqlNames.Quote(SearchWriter.WordsTable(table));
        yield return $"create virtual table {words} using fts5 (words, tokenize = 'ascii');";
        yield return Trigger(table, "insert", "insert",
            $"insert into {words} (rowid, words) values (new.row_key, {SearchWriter.WordsOf(context, table, search, "new")});");
        yield return Trigger(table, "update", $"update of {string.Join(", ", SearchWriter.OwnColumns(context, table, search))}",
            $"update {words} set words = {SearchWriter.WordsOf(context, table, search, "new")} where rowid = new.row_key;");
        yield return Trigger(table, "delete", "delete", $"delete from {words} where rowid = old.row_key;");
        foreach (var (hop, number) in SearchWriter.Hops(context.Model, search).Select((hop, i) => (hop, i + 1)))
        {
            yield return OtherTrigger(context, table, search, hop, SqlNames.Fit($"{table.Name}_search_{number}"));
        }
    }

    private static string Trigger(EntityTable table, string suffix, string when, string body) =>
        $"""
        create trigger {SqlNames.Fit($"{table.Name}_search_{suffix}")} after {when} on {SqlNames.Quote(table.Name)} begin
          {body}
        end;
        """;

    private static string OtherTrigger(SchemaContext context, EntityTable table, Search search, SearchHop hop, string name)
    {
        var words = SqlNames.Quote(SearchWriter.WordsTable(table));
        var reference = context.Expressions.Value(hop.Reference, SqlScope.Of(table.Entity, "found"));
        return $"""
            create trigger {name} after update of {SqlNames.Quote(hop.Column)} on {SqlNames.Quote(hop.Table)} begin
              update {words}
              set words = (
                select {SearchWriter.WordsOf(context, table, search, "found")}
                from {SqlNames.Quote(table.Name)} as found where found.row_key = {words}.rowid
              )
              where rowid in (select found.row_key from {SqlNames.Quote(table.Name)} as found where {reference} = new.id);
            end;
            """;
    }
}
