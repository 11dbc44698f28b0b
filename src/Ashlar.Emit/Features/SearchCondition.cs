using Ashlar.Core.Model;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Features;

/// <summary>Whether the texts that an entity is searched by have all words of a parameter.</summary>
internal static class SearchCondition
{
    public static string Of(StatementText text, Entity entity, string alias, string words)
    {
        var table = SqlNames.Quote(SearchWriter.WordsTable(text.Emission.TableOf(entity)));
        var found = $"select rowid from {table} where {table} match search_query({words})";
        return text.IsPostgres
            ? $"{StatementText.Column(alias, SearchWriter.Words)} @@ search_query({words})"
            : $"{StatementText.Column(alias, "row_key")} in ({found})";
    }
}
