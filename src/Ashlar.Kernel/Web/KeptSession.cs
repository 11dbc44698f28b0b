namespace Ashlar.Kernel;

/// <summary>
/// A session of a request with a key. All of them are one transaction, which ends with the request, together with its answer.
/// </summary>
/// <param name="session">The session of the transaction.</param>
/// <param name="undo">What happens when it ends without a commit; null when its statements commit by themselves.</param>
internal sealed class KeptSession(Session session, Action? undo) : Session
{
    private bool _isCommitted;

    public override ValueTask<Rows> QueryAsync(Statement statement, params ReadOnlySpan<Value> values) =>
        session.QueryAsync(statement, values);

    public override ValueTask<Answers> QueryTogetherAsync(params IReadOnlyList<Query> queries) =>
        session.QueryTogetherAsync(queries);

    public override ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<Value> values) =>
        session.ExecuteAsync(statement, values);

    public override ValueTask<int> ExecuteManyAsync(Statement statement, IReadOnlyList<Value[]> rows) =>
        session.ExecuteManyAsync(statement, rows);

    public override ValueTask CommitAsync()
    {
        _isCommitted = true;
        return ValueTask.CompletedTask;
    }

    internal override ValueTask RunScriptAsync(string script) => session.RunScriptAsync(script);

    public override ValueTask DisposeAsync()
    {
        if (!_isCommitted)
        {
            undo?.Invoke();
        }

        return ValueTask.CompletedTask;
    }
}
