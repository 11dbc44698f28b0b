using System.Data.Common;
using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>The lab in one database: its schema, its rows, and the values that it calculates.</summary>
internal abstract class SqlBackEnd(Dialect dialect, LabQuestion question) : IAsyncDisposable
{
    public Dialect Dialect => dialect;

    protected abstract DbConnection Connection { get; }

    /// <summary>What a planted fault makes of the SQL.</summary>
    public Func<string, string> Fault { get; init; } = sql => sql;

    public async Task FillAsync(LabRows rows)
    {
        await RunAsync(Schema());
        await using var transaction = await Connection.BeginTransactionAsync();
        foreach (var row in rows.All)
        {
            await InsertAsync(row);
        }

        await transaction.CommitAsync();
    }

    protected virtual string Schema() => SchemaWriter.Write(Lab.Model, dialect);

    /// <summary>The value of the expression for each of the rows, in their order.</summary>
    public async Task<string[]> EvaluateAsync(Expression expression, IReadOnlyList<LabRow> rows)
    {
        var parameters = new StatementParameters();
        var sql = TextOf(expression, parameters);
        var all = $"select thing.id, {Fault(sql)} from bench_things as thing";
        if (await QueryAsync(all, expression.Type, parameters, id: null) is { } values)
        {
            return [.. rows.Select(row => values[row.Id])];
        }

        var single = new string[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var one = await QueryAsync($"{all} where thing.id = {Id(rows[i].Id)}", expression.Type, parameters, rows[i].Id);
            single[i] = one is null ? Canonical.OutOfRange : one[rows[i].Id];
        }

        return single;
    }

    /// <summary>The rows for which a condition holds as a filter; null when it fails for one of them.</summary>
    public async Task<HashSet<Guid>?> FilterAsync(Expression condition)
    {
        var parameters = new StatementParameters();
        var sql = new SqlExpressions(Lab.Model, dialect, parameters)
            .Condition(condition, SqlScope.Of(Lab.Entity("Thing"), "thing"));
        var found = await QueryAsync($"select thing.id, 1 from bench_things as thing where {Fault(sql)}", Int, parameters,
            id: null);
        return found is null ? null : [.. found.Keys];
    }

    public string TextOf(Expression expression, StatementParameters parameters) =>
        new SqlExpressions(Lab.Model, dialect, parameters).Value(expression, SqlScope.Of(Lab.Entity("Thing"), "thing"));

    public abstract ValueTask DisposeAsync();

    protected static ModelType Int { get; } = new ScalarType(Scalar.Int);

    /// <summary>A value as the column of its type takes it.</summary>
    protected abstract void Bind(DbParameter parameter, ModelType type, object? value);

    protected abstract object? Read(DbDataReader reader, int column, ModelType type);

    protected abstract bool IsOutOfRange(DbException e);

    protected abstract string Id(Guid id);

    /// <summary>The name of a parameter by its number; PostgreSQL counts by itself.</summary>
    protected abstract string Name(int number);

    protected async Task RunAsync(string sql)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Dictionary<Guid, string>?> QueryAsync(string sql, ModelType type, StatementParameters parameters, Guid? id)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters.Items)
        {
            Add(command, parameter.Type, ValueOf(parameter));
        }

        try
        {
            var values = new Dictionary<Guid, string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var key = reader.GetValue(0) is Guid guid ? guid : Guid.Parse(reader.GetString(0));
                values[key] = reader.IsDBNull(1) ? Canonical.Of(null) : Canonical.Of(Read(reader, 1, type));
            }

            return values;
        }
        catch (DbException e) when (IsOutOfRange(e))
        {
            return null;
        }
        catch (Exception e) when (e is DbException or InvalidCastException)
        {
            throw new InvalidOperationException($"{dialect}: {e.Message}\n{sql}", e);
        }
    }

    private object? ValueOf(StatementParameter parameter) => parameter.Source switch
    {
        ParameterSource.Caller => question.Caller,
        ParameterSource.Role => question.Roles.Contains(parameter.Name),
        ParameterSource.Now => question.Now,
        ParameterSource.Today => question.Today,
        _ => throw new InvalidOperationException($"no value for {parameter}"),
    };

    private async Task InsertAsync(LabRow row)
    {
        var entity = Lab.Entity(row.Entity);
        var table = EntityTable.Of(Lab.Model, entity);
        var columns = table.Columns.Where(column => column.Computed is null).ToArray();
        await InsertAsync(
            table.Name,
            [
                ("id", new ScalarType(Scalar.Uuid), row.Id),
                .. Position(entity),
                .. columns.Select(column => (column.Name, column.Type, ValueOf(row, column))),
            ]);
        foreach (var field in entity.Fields.Where(field => row.Values.GetValueOrDefault(field.Name) is object[]))
        {
            await InsertItemsAsync(row, entity, field, (object[]?)row.Values[field.Name] ?? []);
        }
    }

    /// <summary>Rows of an owned list have a place in it; nothing here depends on which.</summary>
    private static IEnumerable<(string Column, ModelType Type, object? Value)> Position(Entity entity) =>
        entity.Owner is null ? [] : [("position", new ScalarType(Scalar.Int), 0L)];

    private async Task InsertItemsAsync(LabRow row, Entity entity, Field field, object[] items)
    {
        var key = new ScalarType(Scalar.Uuid);
        for (var i = 0; i < items.Length; i++)
        {
            if (field.Relation is { } relation)
            {
                var link = LinkTable.Of(entity, field, Lab.Entity(relation.Target.Name));
                await InsertAsync(link.Name, [(link.OwnerColumn, key, row.Id), (link.TargetColumn, key, items[i])]);
            }
            else
            {
                await InsertAsync(
                    SqlNames.ListTable(entity, field),
                    [("owner_id", key, row.Id), ("position", Int, i), ("value", new ScalarType(Scalar.Text), items[i])]);
            }
        }
    }

    private async Task InsertAsync(string table, IReadOnlyList<(string Name, ModelType Type, object? Value)> values)
    {
        await using var command = Connection.CreateCommand();
        var names = string.Join(", ", values.Select(value => SqlNames.Quote(value.Name)));
        var numbers = string.Join(", ",
            Enumerable.Range(1, values.Count).Select(i => $"${i.ToString(CultureInfo.InvariantCulture)}"));
        command.CommandText = $"insert into {SqlNames.Quote(table)} ({names}) values ({numbers})";
        foreach (var (_, type, value) in values)
        {
            Add(command, type, value);
        }

        await command.ExecuteNonQueryAsync();
    }

    private void Add(DbCommand command, ModelType type, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = Name(command.Parameters.Count + 1);
        Bind(parameter, type, value);
        command.Parameters.Add(parameter);
    }

    private static object? ValueOf(LabRow row, SqlColumn column)
    {
        var value = row.Values.GetValueOrDefault(column.Field.Name);
        return column.Part is { } part ? (value as Dictionary<string, object?>)?.GetValueOrDefault(part.Name) : value;
    }
}
