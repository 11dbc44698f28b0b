namespace Ashlar.Kernel.Tests.Events;

/// <summary>
/// The database as a process sees it that dies at one of its steps: that step is taken or not, and no later one is.
/// </summary>
internal sealed class MortalDatabase(Database database, int lastStep, bool isTaken) : Database
{
    private int _steps;

    public bool IsDead { get; private set; }

    public override bool IsPostgres => database.IsPostgres;

    public override async ValueTask<Session> ReadAsync(CancellationToken cancellation) =>
        new MortalSession(this, await StepAsync(() => database.ReadAsync(cancellation)));

    public override async ValueTask<Session> WriteAsync(CancellationToken cancellation) =>
        new MortalSession(this, await StepAsync(() => database.WriteAsync(cancellation)));

    public override async ValueTask<Session> BeginAsync(CancellationToken cancellation) =>
        new MortalSession(this, await StepAsync(() => database.BeginAsync(cancellation)));

    public override async ValueTask<Session> BeginSerializableAsync(CancellationToken cancellation) =>
        new MortalSession(this, await StepAsync(() => database.BeginSerializableAsync(cancellation)));

    public override ValueTask DisposeAsync() => database.DisposeAsync();

    public async ValueTask<T> StepAsync<T>(Func<ValueTask<T>> step)
    {
        if (IsDead)
        {
            throw new DeathException();
        }

        IsDead = Interlocked.Increment(ref _steps) == lastStep;
        if (IsDead && !isTaken)
        {
            throw new DeathException();
        }

        var result = await step();
        if (!IsDead)
        {
            return result;
        }

        if (result is IAsyncDisposable open)
        {
            await open.DisposeAsync();
        }

        throw new DeathException();
    }

    private sealed class DeathException : System.Data.Common.DbException
    {
        public override bool IsTransient => true;
    }

    private sealed class MortalSession(MortalDatabase mortal, Session session) : Session
    {
        public override ValueTask<Rows> QueryAsync(Statement statement, params ReadOnlySpan<Value> values)
        {
            var copy = values.ToArray();
            return mortal.StepAsync(() => session.QueryAsync(statement, copy));
        }

        public override ValueTask<Answers> QueryTogetherAsync(params IReadOnlyList<Query> queries) =>
            mortal.StepAsync(() => session.QueryTogetherAsync(queries));

        public override ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<Value> values)
        {
            var copy = values.ToArray();
            return mortal.StepAsync(() => session.ExecuteAsync(statement, copy));
        }

        public override ValueTask<int> ExecuteManyAsync(Statement statement, IReadOnlyList<Value[]> rows) =>
            mortal.StepAsync(() => session.ExecuteManyAsync(statement, rows));

        public override async ValueTask CommitAsync() => await mortal.StepAsync(async () =>
        {
            await session.CommitAsync();
            return true;
        });

        public override ValueTask DisposeAsync() => session.DisposeAsync();

        internal override async ValueTask RunScriptAsync(string script) => await mortal.StepAsync(async () =>
        {
            await session.RunScriptAsync(script);
            return 0;
        });
    }
}
