using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Statements;

/// <summary>What writes one statement for one database.</summary>
internal sealed class StatementText(Emission emission, Dialect dialect, StatementParameters parameters, bool isQualified)
{
    private const int MostInOneLine = 100;

    public Emission Emission { get; } = emission;

    public Dialect Dialect { get; } = dialect;

    public bool IsPostgres => Dialect == Dialect.PostgreSql;

    public SqlExpressions Expressions { get; } = new(emission.Model, dialect, parameters);

    /// <summary>`$3`: the parameter of this name.</summary>
    public string Input(string name, ModelType type) => parameters.Input(name, type);

    /// <summary>A row's own column: `b.title`.</summary>
    public static string Column(string alias, string column) =>
        alias.Length == 0 ? SqlNames.Quote(column) : $"{SqlNames.Quote(alias)}.{SqlNames.Quote(column)}";

    public static string Table(Entity entity) => SqlNames.Quote(SqlNames.Table(entity));

    /// <summary>`catalog_books author`.</summary>
    public static string Table(Entity entity, string alias) =>
        alias.Length == 0 || string.Equals(alias, SqlNames.Table(entity), StringComparison.Ordinal)
            ? Table(entity)
            : $"{Table(entity)} {SqlNames.Quote(alias)}";

    /// <summary>
    /// What the row that a statement is about is called: its table, because SQLite's `returning` knows no alias, and nothing
    /// where the statement has only one table.
    /// </summary>
    public string Row(Entity entity) => isQualified ? SqlNames.Table(entity) : "";

    public string Condition(Expression condition, Entity entity, string alias) =>
        Expressions.Condition(condition, SqlScope.Of(entity, alias));

    public string Conjunct(Expression condition, Entity entity, string alias) =>
        Expressions.Conjunct(condition, SqlScope.Of(entity, alias));

    /// <summary>`select …` of the row with an id.</summary>
    public string SelectOne(Entity entity, params IEnumerable<string> columns)
    {
        var id = Input("id", new ScalarType(Scalar.Uuid));
        return $"select {List(columns)}\nfrom {Table(entity)}\nwhere {Column(Row(entity), "id")} = {id}";
    }

    /// <summary>`exists (select 1 from catalog_authors where …)`.</summary>
    public static string Exists(Entity entity, string test) => $"exists (select 1 from {Table(entity)} where {test})";

    /// <summary>Whether the value of a column is among the ids of a parameter.</summary>
    public string IsAmong(string column, string ids) => IsPostgres
        ? $"{column} = any({ids})"
        : $"{column} in (select value from json_each({ids}))";

    /// <summary>
    /// Items with commas, in lines of a readable length; those after the first are indented, and the first begins with what
    /// stands before the items.
    /// </summary>
    public static string List(IEnumerable<string> items, string indent = "  ", string start = "")
    {
        var lines = new List<string>();
        foreach (var item in items)
        {
            if (lines.Count > 0 && lines[^1].Length + item.Length + 2 <= MostInOneLine)
            {
                lines[^1] += ", " + item;
            }
            else
            {
                lines.Add(lines.Count == 0 ? start + item : item);
            }
        }

        return string.Join(",\n" + indent, lines);
    }

    /// <summary>`where` with one condition in a line; those that are always true are left out.</summary>
    public static string Where(params IEnumerable<string> conjuncts)
    {
        var wanted = conjuncts.Where(conjunct => conjunct is not ("true" or "")).ToList();
        return wanted.Count == 0 ? "" : $"\nwhere {string.Join("\n  and ", wanted)}";
    }
}
