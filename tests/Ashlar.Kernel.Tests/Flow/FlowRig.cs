using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Events;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>A database with workflows, for processes that start and move instances.</summary>
internal sealed class FlowRig : IAsyncDisposable
{
    private const string Effects = "create table effects (kind text not null, subject text not null)";

    private static readonly Statement SelectEffects = new("select kind from effects where subject = $1 order by kind");

    private static readonly Statement SelectOutcome = new(
        "select coalesce(outcome, status) from ashlar_flow_instances where id = $1");

    private static readonly Statement CountRunning = new(
        "select count(*) from ashlar_flow_instances where status = 'Running'");

    private static readonly Statement SelectSteps = new(
        "select step, phase from ashlar_flow_tokens where instance_id = $1 and status = 'Live' order by step");

    private static readonly Statement SelectJournal = new(
        "select kind, step from ashlar_flow_journal where instance_id = $1 order by at, token_id, seq");

    private readonly TestDatabase _database;
    private readonly List<FlowProcess> _processes = [];

    private FlowRig(TestDatabase database) => _database = database;

    public ManualClock Clock { get; } = new();

    public Gateway Gateway { get; } = new();

    public string ConnectionString => _database.ConnectionString;

    public static Caller Packer { get; } = new(Guid.CreateVersion7(), ["Warehouse"]);

    public static async Task<FlowRig> CreateAsync(DatabaseKind kind, PostgresServer server, string tables = "")
    {
        var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(
            FlowTables.PostgresSchema + tables + Effects, FlowTables.SqliteSchema + tables + Effects);
        return new(database);
    }

    /// <summary>A process that has these workflows, or the one that is the sample.</summary>
    public FlowProcess Process(params IReadOnlyList<Workflow> workflows) =>
        Process(Database.Open(ConnectionString), workflows);

    public FlowProcess Process(Database database, params IReadOnlyList<Workflow> workflows) => Add(new(
        database, Clock, Gateway, new Dictionary<string, string?>(), workflows is [] ? [Fulfilment.Definition] : workflows));

    /// <summary>A process with settings.</summary>
    public FlowProcess Process(IReadOnlyDictionary<string, string?> settings, params IReadOnlyList<Workflow> workflows) =>
        Add(new(Database.Open(ConnectionString), Clock, Gateway, settings, workflows));

    /// <summary>A process with a schedule.</summary>
    public FlowProcess Process(FlowSchedule schedule, params IReadOnlyList<Workflow> workflows) => Add(new(
        Database.Open(ConnectionString), Clock, Gateway, new Dictionary<string, string?>(), [schedule], workflows));

    /// <summary>Moves all that is due, and then what was put off for a moment.</summary>
    public async Task DrainAsync(FlowProcess process)
    {
        await process.DrainAsync();
        Clock.Advance(TimeSpan.FromSeconds(20));
        await process.DrainAsync();
    }

    /// <summary>Starts the fulfilment of an order.</summary>
    public static async Task<Guid> FulfilAsync(FlowProcess process, string order) =>
        (await process.TransactAsync(work => Fulfilment.Definition.StartAsync(work, order, new(order, Total: 12.5m)))).Instance;

    /// <summary>Starts the first workflow of a process, which is one that a test has filled.</summary>
    public static async Task<Guid> StartAsync(FlowProcess process, string name) =>
        (await process.TransactAsync(work => ((Probe)process.Workflows[0]).StartAsync(work, name, new(name)))).Instance;

    /// <summary>Answers the one open task.</summary>
    public static Task<Refusal?> PackAsync(FlowProcess process, string tracking) => process.TransactAsync(
        async work =>
        {
            var task = Assert.Single(await work.OpenTasksAsync(most: 10));
            using var answer = JsonDocument.Parse($$"""{"tracking":"{{tracking}}"}""");
            return await work.CompleteTaskAsync(task.Id, answer.RootElement);
        },
        Packer);

    /// <summary>Answers the task of an order, if it is open.</summary>
    public static Task<Refusal?> TryPackAsync(FlowProcess process, string order, string tracking) => process.TransactAsync(
        async work =>
        {
            var task = (await work.OpenTasksAsync(most: 1000)).FirstOrDefault(one => one.Title == $"Pack order {order}");
            using var answer = JsonDocument.Parse($$"""{"tracking":"{{tracking}}"}""");
            return task is null ? Refusal.NotFound : await work.CompleteTaskAsync(task.Id, answer.RootElement);
        },
        Packer);

    /// <summary>Tells what happened.</summary>
    public static Task SignalAsync(FlowProcess process, string happened, string key, string? id = null) =>
        SignalAsync(process, process.Workflows[0], happened, key, id);

    public static Task SignalAsync(
        FlowProcess process, Workflow workflow, string happened, string key, string? id = null) =>
        process.TransactAsync(async work =>
        {
            using var payload = JsonDocument.Parse("{}");
            await work.SignalAsync(workflow, happened, key, payload.RootElement, id);
            return true;
        });

    /// <summary>The effects of an order in the database.</summary>
    public async Task<string> EffectsAsync(string order) =>
        string.Join(' ', await AskAsync(SelectEffects, rows => rows.Text(0), order));

    /// <summary>Where an instance has ended, or that it runs.</summary>
    public async Task<string> OutcomeAsync(Guid instance) =>
        Assert.Single(await AskAsync(SelectOutcome, rows => rows.Text(0), instance));

    /// <summary>How many instances are running.</summary>
    public async Task<long> CountRunningAsync() => Assert.Single(await AskAsync(CountRunning, rows => rows.Long(0)));

    /// <summary>Where an instance stands.</summary>
    public async Task<string> StandsAsync(Guid instance) =>
        string.Join(' ', await AskAsync(SelectSteps, rows => $"{rows.Text(0)}:{rows.Text(1)}", instance));

    /// <summary>What happened to an instance.</summary>
    public async Task<string> JournalAsync(Guid instance) =>
        string.Join(' ', await AskAsync(SelectJournal, rows => $"{rows.Text(0)}@{rows.Text(1)}", instance));

    public async Task<List<T>> AskAsync<T>(Statement statement, Func<Rows, T> read, params Value[] values)
    {
        await using var session = await _database.ReadAsync();
        return await session.ListAsync(statement, read, values);
    }

    public async Task TellAsync(Statement statement, params Value[] values)
    {
        await using var session = await _database.WriteAsync();
        await session.ExecuteAsync(statement, values);
    }

    private FlowProcess Add(FlowProcess process)
    {
        _processes.Add(process);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
            await process.Database.DisposeAsync();
        }

        await _database.DisposeAsync();
    }
}
