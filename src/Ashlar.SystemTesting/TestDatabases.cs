namespace Ashlar.SystemTesting;

/// <summary>Lives as long as the tests run, and then removes their databases.</summary>
public sealed class TestDatabases : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var database in TestDatabase.All)
        {
            await database.CleanAsync();
        }
    }
}
