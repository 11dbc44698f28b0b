namespace Ashlar.Kernel;

/// <summary>
/// One connection for the time of one piece of work, opened by <see cref="Call"/> or <see cref="Database"/>. It carries
/// the deadline of the request to every statement. A broken constraint becomes a <see cref="ConstraintViolationException"/>.
/// </summary>
public abstract class Session : IAsyncDisposable
{
    /// <summary>What the first statement has to prove; only a session on PostgreSQL is given it.</summary>
    internal CallerProof? Proof { get; set; }

    /// <summary>The session of the request, whose token an answer may show.</summary>
    internal RequestToken? Token { get; set; }

    /// <summary>Work that no request asks for: its statements do not count as a request's.</summary>
    internal bool IsBackground { get; set; }

    /// <summary>Runs a query. The values are the parameters <c>$1</c>, <c>$2</c> and so on.</summary>
    public abstract ValueTask<Rows> QueryAsync(Statement statement, params ReadOnlySpan<Value> values);

    /// <summary>Runs queries that do not need each other's answers: on PostgreSQL in one round trip.</summary>
    public abstract ValueTask<Answers> QueryTogetherAsync(params IReadOnlyList<Query> queries);

    /// <summary>Runs a statement that gives no rows; the result is how many rows it touched.</summary>
    public abstract ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<Value> values);

    /// <summary>Runs a statement that writes at most one row and gives it back.</summary>
    public ValueTask<Changed<T>> ChangeAsync<T>(Statement statement, Func<Rows, T?> read, params ReadOnlySpan<Value> values)
        where T : class =>
        ChangeAsync(QueryAsync(statement, values), read);

    /// <summary>
    /// Runs a statement once for each list of values, in one round trip on PostgreSQL; the result is how many rows it touched.
    /// </summary>
    public abstract ValueTask<int> ExecuteManyAsync(Statement statement, IReadOnlyList<Value[]> rows);

    /// <summary>Keeps what a session from <see cref="Database.BeginAsync"/> did. Without it, disposing undoes it.</summary>
    public abstract ValueTask CommitAsync();

    /// <summary>Runs a script of many statements.</summary>
    internal abstract ValueTask RunScriptAsync(string script);

    /// <summary>The first row, or null when there is none.</summary>
    public ValueTask<T?> FirstAsync<T>(Statement statement, Func<Rows, T> read, params ReadOnlySpan<Value> values)
        where T : class =>
        FirstAsync(QueryAsync(statement, values), read);

    /// <summary>
    /// The truth value in the first row, or null when there is none: what a change says about the row that came of it.
    /// </summary>
    public ValueTask<bool?> FlagAsync(Statement statement, params ReadOnlySpan<Value> values) =>
        FlagAsync(QueryAsync(statement, values));

    /// <summary>The next number of a sequence.</summary>
    internal async ValueTask<long> NextAsync(Statement next)
    {
        await using var rows = await QueryAsync(next);
        return await rows.NextAsync()
            ? rows.Long(0)
            : throw new InvalidOperationException("The schema does not have the sequence.");
    }

    /// <summary>What the one row of a statement holds.</summary>
    public ValueTask<T> OneAsync<T>(Statement statement, Func<Rows, T> read, params ReadOnlySpan<Value> values) =>
        OneAsync(QueryAsync(statement, values), read);

    /// <summary>
    /// What the first condition that does not hold means, or nothing: the statement gives one truth value for each refusal.
    /// </summary>
    public ValueTask<Refusal?> UnmetAsync(
        Statement statement, IReadOnlyList<Refusal> refusals, params ReadOnlySpan<Value> values) =>
        UnmetAsync(QueryAsync(statement, values), refusals);

    /// <summary>All rows. The statement bounds how many there can be.</summary>
    public ValueTask<List<T>> ListAsync<T>(Statement statement, Func<Rows, T> read, params ReadOnlySpan<Value> values) =>
        ListAsync(QueryAsync(statement, values), read);

    /// <summary>All rows by the id in their first column.</summary>
    public ValueTask<ILookup<Guid, T>> GroupAsync<T>(
        Statement statement, Func<Rows, T> read, params ReadOnlySpan<Value> values) =>
        GroupAsync(QueryAsync(statement, values), read, complete: null);

    /// <summary>All rows by the id in their first column, completed together.</summary>
    public ValueTask<ILookup<Guid, T>> GroupAsync<T>(
        Statement statement,
        Func<Rows, T> read,
        Func<IReadOnlyList<T>, ValueTask<IReadOnlyList<T>>> complete,
        params ReadOnlySpan<Value> values) =>
        GroupAsync(QueryAsync(statement, values), read, complete);

    /// <summary>
    /// Which references lead nowhere: the statement gives one truth value for each of them.
    /// </summary>
    public ValueTask<Refusal> MissingAsync(
        Statement statement, IReadOnlyList<string> references, params ReadOnlySpan<Value> values) =>
        MissingAsync(QueryAsync(statement, values), references);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    private static async ValueTask<ILookup<Guid, T>> GroupAsync<T>(
        ValueTask<Rows> query, Func<Rows, T> read, Func<IReadOnlyList<T>, ValueTask<IReadOnlyList<T>>>? complete)
    {
        var found = await ListAsync(query, rows => (Owner: rows.Uuid(0), Row: read(rows)));
        IReadOnlyList<T> items = [.. found.Select(item => item.Row)];
        var completed = complete is null ? items : await complete(items);
        return found.Zip(completed).ToLookup(pair => pair.First.Owner, pair => pair.Second);
    }

    private static async ValueTask<Refusal> MissingAsync(ValueTask<Rows> query, IReadOnlyList<string> references)
    {
        await using var rows = await query;
        await rows.NextAsync();
        return Refusal.ReferenceNotFound(references.Where((_, i) => !rows.IsTrue(i)).ToArray());
    }

    private static async ValueTask<Changed<T>> ChangeAsync<T>(ValueTask<Rows> query, Func<Rows, T?> read)
        where T : class
    {
        await using var rows = await query;
        if (!await rows.NextAsync())
        {
            return default;
        }

        var view = read(rows);
        await rows.EndAsync();
        return new(IsDone: true, view);
    }

    private static async ValueTask<T?> FirstAsync<T>(ValueTask<Rows> query, Func<Rows, T> read)
        where T : class
    {
        await using var rows = await query;
        return await rows.NextAsync() ? read(rows) : null;
    }

    private static async ValueTask<T> OneAsync<T>(ValueTask<Rows> query, Func<Rows, T> read)
    {
        await using var rows = await query;
        return await rows.NextAsync() ? read(rows) : throw new RowGoneException();
    }

    private static async ValueTask<Refusal?> UnmetAsync(ValueTask<Rows> query, IReadOnlyList<Refusal> refusals)
    {
        await using var rows = await query;
        return await rows.NextAsync()
            ? refusals.Where((_, i) => !rows.IsTrue(i)).FirstOrDefault()
            : throw new RowGoneException();
    }

    private static async ValueTask<bool?> FlagAsync(ValueTask<Rows> query)
    {
        await using var rows = await query;
        return await rows.NextAsync() ? rows.IsTrue(0) : null;
    }

    private static async ValueTask<List<T>> ListAsync<T>(ValueTask<Rows> query, Func<Rows, T> read)
    {
        await using var rows = await query;
        var list = new List<T>();
        while (await rows.NextAsync())
        {
            list.Add(read(rows));
        }

        return list;
    }
}
