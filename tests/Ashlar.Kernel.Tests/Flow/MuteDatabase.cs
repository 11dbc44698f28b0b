namespace Ashlar.Kernel.Tests.Flow;

/// <summary>
/// A database whose answer to some commits is lost, though it has committed: which, is asked with whether it was serialisable.
/// </summary>
internal sealed class MuteDatabase(Database database, Func<bool, bool> isLost) : Database
{
    public override bool IsPostgres => database.IsPostgres;

    public override ValueTask<Session> ReadAsync(CancellationToken cancellation) => database.ReadAsync(cancellation);

    public override ValueTask<Session> WriteAsync(CancellationToken cancellation) => database.WriteAsync(cancellation);

    public override async ValueTask<Session> BeginAsync(CancellationToken cancellation) =>
        new MuteSession(await database.BeginAsync(cancellation), () => isLost(false));

    public override async ValueTask<Session> BeginSerializableAsync(CancellationToken cancellation) =>
        new MuteSession(await database.BeginSerializableAsync(cancellation), () => isLost(true));

    public override ValueTask DisposeAsync() => database.DisposeAsync();

    private sealed class LostException : System.Data.Common.DbException
    {
        public override bool IsTransient => true;
    }

    private sealed class MuteSession(Session session, Func<bool> isLost) : Session
    {
        public override ValueTask<Rows> QueryAsync(Statement statement, params ReadOnlySpan<Value> values) =>
            session.QueryAsync(statement, values);

        public override ValueTask<Answers> QueryTogetherAsync(params IReadOnlyList<Query> queries) =>
            session.QueryTogetherAsync(queries);

        public override ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<Value> values) =>
            session.ExecuteAsync(statement, values);

        public override ValueTask<int> ExecuteManyAsync(Statement statement, IReadOnlyList<Value[]> rows) =>
            session.ExecuteManyAsync(statement, rows);

        public override async ValueTask CommitAsync()
        {
            await session.CommitAsync();
            if (isLost())
            {
                throw new LostException();
            }
        }

        public override ValueTask DisposeAsync() => session.DisposeAsync();

        internal override ValueTask RunScriptAsync(string script) => session.RunScriptAsync(script);
    }
}
