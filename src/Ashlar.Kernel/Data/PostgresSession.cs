using Npgsql;

namespace Ashlar.Kernel;

/// <summary>A session on a pooled connection. Npgsql prepares a statement by its text when it comes back.</summary>
internal sealed class PostgresSession(
    Database database,
    NpgsqlConnection connection,
    NpgsqlTransaction? transaction,
    CancellationToken cancellation) : Session
{
    public override ValueTask<Rows> QueryAsync(Statement statement, params ReadOnlySpan<Value> values) =>
        QueryAsync(Command(statement, values), statement);

    public override async ValueTask<Answers> QueryTogetherAsync(params IReadOnlyList<Query> queries)
    {
        var batch = new NpgsqlBatch(connection, transaction);
        foreach (var query in queries)
        {
            database.CountStatement();
            var command = new NpgsqlBatchCommand(query.Statement.Postgres);
            AddParameters(command.Parameters, [.. query.Values]);
            batch.BatchCommands.Add(command);
        }

        try
        {
            var reader = await batch.ExecuteReaderAsync(cancellation);
            return new PostgresAnswers(new(batch, queries[0].Statement, reader, cancellation), reader, cancellation);
        }
        catch (PostgresException e) when (Translate(e, queries[0].Statement.IsDelete) is { } known)
        {
            throw known;
        }
    }

    public override ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<Value> values) =>
        ExecuteAsync(Command(statement, values), statement);

    public override async ValueTask<int> ExecuteManyAsync(Statement statement, IReadOnlyList<Value[]> rows)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(statement.Postgres);
            AddParameters(command.Parameters, row);
            batch.BatchCommands.Add(command);
        }

        try
        {
            database.CountStatement();
            return await batch.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException e) when (Translate(e, statement.IsDelete) is { } known)
        {
            throw known;
        }
    }

    internal override async ValueTask RunScriptAsync(string script)
    {
        await using var command = new NpgsqlCommand(script, connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public override async ValueTask CommitAsync()
    {
        if (transaction is null)
        {
            return;
        }

        try
        {
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException e) when (Translate(e, isDelete: false) is { } known)
        {
            throw known;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private NpgsqlCommand Command(Statement statement, ReadOnlySpan<Value> values)
    {
        database.CountStatement();
        var command = new NpgsqlCommand(statement.Postgres, connection, transaction);
        AddParameters(command.Parameters, values);
        return command;
    }

    private static void AddParameters(NpgsqlParameterCollection parameters, ReadOnlySpan<Value> values)
    {
        foreach (var value in values)
        {
            parameters.Add(PostgresParameter.Of(value));
        }
    }

    private async ValueTask<Rows> QueryAsync(NpgsqlCommand command, Statement statement)
    {
        try
        {
            return new PostgresRows(command, statement, await command.ExecuteReaderAsync(cancellation), cancellation);
        }
        catch (PostgresException e) when (Translate(e, statement.IsDelete) is { } known)
        {
            throw known;
        }
    }

    private async ValueTask<int> ExecuteAsync(NpgsqlCommand command, Statement statement)
    {
        try
        {
            await using (command)
            {
                return await command.ExecuteNonQueryAsync(cancellation);
            }
        }
        catch (PostgresException e) when (Translate(e, statement.IsDelete) is { } known)
        {
            throw known;
        }
    }

    internal static Exception? Translate(PostgresException e, bool isDelete)
    {
        if (e.SqlState is PostgresErrorCodes.NumericValueOutOfRange or PostgresErrorCodes.DatetimeFieldOverflow)
        {
            return new OverflowException(e.MessageText, e);
        }

        return KindOf(e, isDelete) is { } kind ? new ConstraintViolationException(kind, e.ConstraintName ?? "", e) : null;
    }

    private static ViolationKind? KindOf(PostgresException e, bool isDelete) => e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => ViolationKind.Unique,
        PostgresErrorCodes.CheckViolation => ViolationKind.Check,
        PostgresErrorCodes.ExclusionViolation => ViolationKind.Exclusive,
        PostgresErrorCodes.NotNullViolation => ViolationKind.Null,
        PostgresErrorCodes.RestrictViolation => ViolationKind.InUse,
        PostgresErrorCodes.ForeignKeyViolation => isDelete ? ViolationKind.InUse : ViolationKind.Missing,
        _ => null,
    };
}
