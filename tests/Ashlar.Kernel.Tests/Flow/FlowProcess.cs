using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>What one process of a system does with workflows.</summary>
internal sealed class FlowProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TimeProvider _clock;

    public FlowProcess(
        Database database, TimeProvider clock, IGateway gateway, IReadOnlyDictionary<string, string?> settings,
        IReadOnlyList<FlowSchedule> schedules, IReadOnlyList<Workflow> workflows)
    {
        (Database, Workflows, _clock) = (database, workflows, clock);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new Lines(Logged)));
        services.AddSingleton(database);
        services.AddSingleton(new KernelOptions());
        services.AddSingleton(clock);
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddSingleton(gateway);
        services.AddSingleton(new SystemDescription("Flows", typeof(FlowProcess).Assembly));
        services.AddSingleton(new Constraints());
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Part = new(workflows) { Schedules = schedules };
        Part.AddTo(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FlowProcess(
        Database database, TimeProvider clock, IGateway gateway, IReadOnlyDictionary<string, string?> settings,
        params IReadOnlyList<Workflow> workflows)
        : this(database, clock, gateway, settings, schedules: [], workflows)
    {
    }

    public Database Database { get; }

    public IReadOnlyList<Workflow> Workflows { get; }

    public FlowExecution Part { get; }

    public ConcurrentQueue<string> Logged { get; } = [];

    public FlowWorker Worker => Service<FlowWorker>();

    public T Service<T>() where T : class => _services.GetRequiredService<T>();

    /// <summary>Does something in one transaction, as a request does.</summary>
    public async Task<T> TransactAsync<T>(Func<UnitOfWork, ValueTask<T>> act, Caller? caller = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var session = await Database.BeginSerializableAsync(cancellation);
                var work = new UnitOfWork(
                    session, caller ?? Caller.Nobody, _clock.GetUtcNow(), "UTC", _services, new(_services, ""), new(null, null),
                    cancellation);
                var result = await act(work);
                await session.CommitAsync();
                work.Committed();
                return result;
            }
            catch (Exception e) when (Conflict.Is(e) && attempt < 20)
            {
                await Conflict.PauseAsync(attempt, cancellation);
            }
        }
    }

    /// <summary>Moves all that is due.</summary>
    public Task DrainAsync() => Worker.DrainAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
