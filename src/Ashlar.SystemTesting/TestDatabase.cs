using Ashlar.Kernel;

namespace Ashlar.SystemTesting;

/// <summary>Makes databases that hold the rows of the tests: one is filled, and copied for everybody who needs one.</summary>
internal abstract class TestDatabase
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);
    private Task<string> _latest = Task.FromResult("");

    /// <summary>SQLite always, PostgreSQL where <c>TEST_POSTGRES</c> says where it is.</summary>
    public static IReadOnlyList<TestDatabase> All { get; } =
        Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } address
            ? [new SqliteTestDatabase(), new PostgresTestDatabase(address)]
            : [new SqliteTestDatabase()];

    public abstract string Name { get; }

    /// <summary>The connection string of a template.</summary>
    protected abstract string Template(string name);

    /// <summary>A fresh copy, by its connection string. Copies are made one after another.</summary>
    public Task<string> CopyAsync(SystemUnderTest definition)
    {
        lock (_gate)
        {
            _latest = CopyAfterAsync(_latest, definition);
            return _latest;
        }
    }

    public abstract Task DropAsync(string connection);

    /// <summary>Removes what is shared by all tests.</summary>
    public abstract Task CleanAsync();

    protected abstract Task CreateTemplateAsync(string name);

    protected abstract Task<string> CopyTemplateAsync(string name);

    private async Task<string> CopyAfterAsync(Task<string> previous, SystemUnderTest definition)
    {
        await previous;
        if (_filled.Add(definition.Template))
        {
            await FillAsync(definition);
        }

        return await CopyTemplateAsync(definition.Template);
    }

    private async Task FillAsync(SystemUnderTest definition)
    {
        await CreateTemplateAsync(definition.Template);
        var template = Template(definition.Template);
        var code = await definition.Build(TestSystem.Arguments(definition, template)).RunSystemAsync(["migrate"]);
        if (code != 0)
        {
            throw new InvalidOperationException($"{Name}: the tables could not be created.");
        }

        await using var database = Database.Open(template);
        await using var session = await database.BeginAsync(CancellationToken.None);
        await definition.FillAsync(session);
        await session.CommitAsync();
    }
}
