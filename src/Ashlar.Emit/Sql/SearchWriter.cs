using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// Search looks for rows in which every word of a query starts a word of the searched texts. PostgreSQL keeps the words in a
/// column with a GIN index, SQLite in an FTS5 table; both fold them with `search_words` and follow texts of other rows.
/// </summary>
internal static class SearchWriter
{
    public const string Words = "search_words";

    /// <summary>The table of words on SQLite.</summary>
    public static string WordsTable(EntityTable table) => SqlNames.Fit(table.Name + "_search");

    /// <summary>The column of words on PostgreSQL; nothing where rows are not searched.</summary>
    public static IEnumerable<SchemaColumn> Columns(SchemaContext context, EntityTable table)
    {
        if (table.Entity.Search is not { } search || context.IsSqlite)
        {
            return [];
        }

        // A trigger's words are null only while a reference leads nowhere, which the foreign key then refuses by its name.
        var computed = Hops(context.Model, search).Length == 0 ? WordsOf(context, table, search, "") : null;
        return [new SchemaColumn(Words, "tsvector") { Computed = computed }];
    }

    public static IEnumerable<string> Write(SchemaContext context, EntityTable table)
    {
        if (table.Entity.Search is not { } search)
        {
            return [];
        }

        return context.IsSqlite ? SqliteSearch.Write(context, table, search) : PostgresSearch.Write(context, table, search);
    }

    /// <summary>The condition of a list that is searched: the parameter holds what the caller typed.</summary>
    public static string Condition(Dialect dialect, EntityTable table, string alias, string parameter)
    {
        var (row, words) = (SqlNames.Quote(alias), SqlNames.Quote(WordsTable(table)));
        return dialect == Dialect.PostgreSql
            ? $"{row}.{Words} @@ search_query({parameter})"
            : $"{row}.row_key in (select rowid from {words} where words match search_query({parameter}))";
    }

    /// <summary>`search_words(title || ' ' || coalesce(subtitle, ''))` of the row under an alias.</summary>
    public static string WordsOf(SchemaContext context, EntityTable table, Search search, string alias)
    {
        var scope = SqlScope.Of(table.Entity, alias);
        var texts = search.Fields.Select(field => field.Type.IsNullable
            ? $"coalesce({context.Expressions.Value(field, scope)}, '')"
            : context.Expressions.Value(field, scope));
        return $"{Words}({string.Join(" || ' ' || ", texts)})";
    }

    /// <summary>The columns of the row itself that the words depend on.</summary>
    public static IEnumerable<string> OwnColumns(SchemaContext context, EntityTable table, Search search) => search.Fields
        .SelectMany(field => OwnFields.In(context.Model, field))
        .SelectMany(table.ColumnsOf)
        .Select(column => SqlNames.Quote(column.Name))
        .Distinct();

    /// <summary>Every reference on a searched path, with what is read behind it: `author` with `name`.</summary>
    public static SearchHop[] Hops(SystemModel model, Search search) => [.. search.Fields
        .SelectMany(field => field.DescendantsAndSelf().OfType<FieldAccess>())
        .Where(access => access.Target is FieldAccess { Type: ReferenceType })
        .Select(access => new SearchHop(access.Target, HopTable(model, access.Target), HopColumn(model, access)))
        .Distinct()];

    private static string HopTable(SystemModel model, Expression target) =>
        target.Type is ReferenceType reference ? SqlNames.Table(model.EntityOf(reference.Entity)) : "";

    private static string HopColumn(SystemModel model, FieldAccess access) =>
        model.FieldOf(access) is { } field ? SqlNames.Column(field) : "id";
}

/// <summary>A row of another table, found by a reference, of which a column is searched or followed.</summary>
internal sealed record SearchHop(Expression Reference, string Table, string Column);
