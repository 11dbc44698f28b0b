namespace Ashlar.Kernel;

/// <summary>What queries that were sent together give, to be read in their order.</summary>
public abstract class Answers : IAsyncDisposable
{
    /// <summary>The first row of the next query, or null when there is none.</summary>
    public async ValueTask<T?> FirstAsync<T>(Func<Rows, T> read) where T : class
    {
        var rows = await NextAsync();
        return await rows.NextAsync() ? read(rows) : null;
    }

    /// <summary>All rows of the next query.</summary>
    public async ValueTask<List<T>> ListAsync<T>(Func<Rows, T> read)
    {
        var rows = await NextAsync();
        var list = new List<T>();
        while (await rows.NextAsync())
        {
            list.Add(read(rows));
        }

        return list;
    }

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>Moves to the rows of the next query.</summary>
    private protected abstract ValueTask<Rows> NextAsync();
}
