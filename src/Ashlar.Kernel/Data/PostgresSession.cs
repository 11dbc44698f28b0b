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
        IsToProve ? QueryAsync(Proving(statement, values), statement) : QueryAsync(Command(statement, values), statement);

    public override async ValueTask<Answers> QueryTogetherAsync(params IReadOnlyList<Query> queries)
    {
        var batch = Batch();
        foreach (var query in queries)
        {
            database.CountStatement(this);
            Add(batch, query.Statement, [.. query.Values]);
        }

        var (rows, reader) = await OpenAsync(batch, queries[0].Statement);
        return new PostgresAnswers(rows, reader, cancellation);
    }

    public override ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<Value> values) => IsToProve
        ? ExecuteAsync(Proving(statement, values), statement)
        : ExecuteAsync(Command(statement, values), statement);

    public override async ValueTask<int> ExecuteManyAsync(Statement statement, IReadOnlyList<Value[]> rows)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var batch = Batch();
        foreach (var row in rows)
        {
            Add(batch, statement, row);
        }

        database.CountStatement(this);
        return await ExecuteAsync(batch, statement);
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
            database.CountCommit();
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
        database.CountStatement(this);
        var command = new NpgsqlCommand(statement.Postgres, connection, transaction);
        AddParameters(command.Parameters, values);
        return command;
    }

    private bool IsToProve => Proof is { IsGiven: false };

    /// <summary>A round trip that begins with the proof of the caller, if that is still to be given.</summary>
    private NpgsqlBatch Batch()
    {
        var batch = new NpgsqlBatch(connection, transaction);
        if (IsToProve && Proof is { Query: var proof })
        {
            database.CountStatement(this);
            Add(batch, proof.Statement, [.. proof.Values]);
        }

        return batch;
    }

    private NpgsqlBatch Proving(Statement statement, ReadOnlySpan<Value> values)
    {
        database.CountStatement(this);
        var batch = Batch();
        Add(batch, statement, values);
        return batch;
    }

    private static void Add(NpgsqlBatch batch, Statement statement, ReadOnlySpan<Value> values)
    {
        var command = new NpgsqlBatchCommand(statement.Postgres);
        AddParameters(command.Parameters, values);
        batch.BatchCommands.Add(command);
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
            return new PostgresRows(this, command, statement, await command.ExecuteReaderAsync(cancellation), cancellation);
        }
        catch (PostgresException e) when (Translate(e, statement.IsDelete) is { } known)
        {
            throw known;
        }
    }

    private async ValueTask<Rows> QueryAsync(NpgsqlBatch batch, Statement statement) => (await OpenAsync(batch, statement)).Rows;

    private async ValueTask<(PostgresRows Rows, NpgsqlDataReader Reader)> OpenAsync(NpgsqlBatch batch, Statement statement)
    {
        try
        {
            var reader = await batch.ExecuteReaderAsync(cancellation);
            if (IsToProve)
            {
                await reader.NextResultAsync(cancellation);
                Proof?.Give();
            }

            return (new(this, batch, statement, reader, cancellation), reader);
        }
        catch (PostgresException e) when (Translate(e, statement.IsDelete) is { } known)
        {
            throw known;
        }
    }

    private async ValueTask<int> ExecuteAsync(NpgsqlBatch batch, Statement statement)
    {
        try
        {
            await using (batch)
            {
                var touched = await batch.ExecuteNonQueryAsync(cancellation);
                Proof?.Give();
                return touched;
            }
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
        if (e.SqlState == CallerProof.Refuted)
        {
            return new CallerChangedException(e);
        }

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
