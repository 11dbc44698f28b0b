using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// Writes the expressions of one statement for one database. Parameters are collected in the order of their first
/// use. Functions that are not the database's own are part of the schema on PostgreSQL, and registered by the kernel on SQLite.
/// </summary>
internal sealed class SqlExpressions
{
    private readonly SqlContext _context;
    private readonly SqlForms _forms;

    public SqlExpressions(SystemModel model, Dialect dialect, StatementParameters parameters)
    {
        _context = new SqlContext(model, parameters);
        _forms = dialect == Dialect.PostgreSql ? new PostgresForms() : new SqliteForms();
    }

    /// <summary>
    /// The value, in the form in which a column of its type holds it; a condition is true or false, never null.
    /// </summary>
    public string Value(Expression expression, SqlScope scope) => Stored(expression, expression.Type, scope);

    /// <summary>The value for a column of this type: an error where it does not fit.</summary>
    public string Stored(Expression expression, ModelType type, SqlScope scope) =>
        Writer(scope).Stored(Inline(expression), type).Text;

    /// <summary>A condition where null counts as false, such as `where`: shorter, and served by indexes.</summary>
    public string Condition(Expression expression, SqlScope scope) => Filter(expression, scope).Text;

    /// <summary>A query of the ids of the rows that a comprehension goes over, in its order.</summary>
    public string Ids(Comprehension rows, int? limit) =>
        Inline(rows) is Comprehension inlined
            ? Writer(SqlScope.Empty).Ids(inlined, limit)
            : throw new InvalidOperationException("inlining keeps a comprehension");

    /// <summary>An aggregate over the rows of the query that it stands in, and the type whose columns have its form.</summary>
    public (string Text, ModelType Form) Aggregate(Expression aggregate, SqlScope scope) =>
        Writer(scope).OverGroup(Inline(aggregate));

    /// <summary>A key of `order by`, and its direction.</summary>
    public (string Text, string Direction) Order(SortKey key, SqlScope scope) =>
        Writer(scope).Order(key with { Value = Inline(key.Value) });

    /// <summary>The condition in brackets where it would not stand beside `and` without them.</summary>
    public string Conjunct(Expression expression, SqlScope scope) => Filter(expression, scope).In(Tightness.And);

    private SqlText Filter(Expression expression, SqlScope scope) => Writer(scope).Filter(Inline(expression));

    private SqlWriter Writer(SqlScope scope) => new(_context, _forms, scope);

    private Expression Inline(Expression expression) => FunctionInliner.Inline(expression, _context.Model.Function);
}
