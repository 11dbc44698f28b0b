using Xunit;

namespace Ashlar.SystemTesting;

/// <summary>
/// One running system for each database, for the tests of a class that change nothing: what is refused leaves no trace.
/// </summary>
public abstract class SharedSystem(SystemUnderTest definition) : IAsyncLifetime
{
    private readonly List<TestSystem> _systems = [];

    /// <summary>Runs a test on each database.</summary>
    public async Task OnEachAsync(Func<TestSystem, Task> test)
    {
        foreach (var system in _systems)
        {
            await test(system);
        }
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        foreach (var database in TestDatabase.All)
        {
            _systems.Add(await TestSystem.StartAsync(definition, database));
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var system in _systems)
        {
            await system.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
