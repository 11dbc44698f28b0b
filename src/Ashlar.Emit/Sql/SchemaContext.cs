using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>What the parts of one schema share: the model, the database, and the writer of expressions.</summary>
internal sealed class SchemaContext(SystemModel model, Dialect dialect)
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public SystemModel Model { get; } = model;

    public Dialect Dialect { get; } = dialect;

    public bool IsSqlite => Dialect == Dialect.Sqlite;

    /// <summary>A schema has no parameters; what needs one is no constraint.</summary>
    public SqlExpressions Expressions { get; } = new(model, dialect, new StatementParameters());

    public string TypeOf(ModelType type) => IsSqlite ? SqliteTypes.Of(type)
        : PostgresTypes.Of(type) is var name && name == "text" ? "text collate \"C\"" : name;

    public string Uuid => IsSqlite ? "text" : "uuid";

    /// <summary>The conditions of a column, null when there are none on this database.</summary>
    public string? ConditionOf(Entity entity, SqlColumn column) =>
        ColumnConditions.Of(NamesOf(entity, column), Dialect, column) is { Count: > 0 } conditions
            ? string.Join(" and ", conditions)
            : null;

    /// <summary>A check is null-safe: what is not true does not pass.</summary>
    public string Total(Expression condition, SqlScope scope) => Expressions.Value(condition, scope);

    private string[] NamesOf(Entity entity, SqlColumn column) => column.Type switch
    {
        EnumType type => [.. (Model.Enum(type.Enum)?.Values ?? []).Select(value => value.Name)],
        StateType => [.. (column.Field.State ?? entity.Field(column.Field.Name)?.State)?.States ?? []],
        ScalarType { Scalar: Scalar.Weekday } => Weekdays,
        _ => [],
    };
}
