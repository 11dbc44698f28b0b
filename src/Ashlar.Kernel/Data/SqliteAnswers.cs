namespace Ashlar.Kernel;

/// <summary>Runs one query after the other, each when it is asked for.</summary>
internal sealed class SqliteAnswers(Session session, IReadOnlyList<Query> queries) : Answers
{
    private int _begun;
    private Rows? _rows;

    public override async ValueTask DisposeAsync()
    {
        if (_rows is not null)
        {
            await _rows.DisposeAsync();
        }
    }

    private protected override async ValueTask<Rows> NextAsync()
    {
        await DisposeAsync();
        var query = queries[_begun++];
        return _rows = await session.QueryAsync(query.Statement, [.. query.Values]);
    }
}
