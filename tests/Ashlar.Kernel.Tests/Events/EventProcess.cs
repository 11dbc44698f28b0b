using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>What one process of a system does with events.</summary>
internal sealed class EventProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Database _database;
    private readonly TimeProvider _clock;

    public EventProcess(
        Database database, KernelOptions options, TimeProvider clock, IReadOnlyList<Consumer> consumers,
        IKernelPart? relay = null, string system = "Events", string broker = "")
    {
        (_database, _clock) = (database, clock);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new Lines(Logged)));
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddSingleton(new SystemDescription(system, typeof(EventProcess).Assembly));
        services.AddSingleton(new Constraints());
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Broker", broker)]).Build());
        new EventDelivery(consumers).AddTo(services);
        relay?.AddTo(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public EventDispatcher Dispatcher => _services.GetRequiredService<EventDispatcher>();

    /// <summary>Cancelled when the process is told to end.</summary>
    public CancellationToken Ending => _services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public EventCommand Command => _services.GetRequiredService<EventCommand>();

    public DeliveryQueue Queue => _services.GetRequiredService<DeliveryQueue>();

    public ConcurrentQueue<(LogLevel Level, string Text)> Logged { get; } = [];

    /// <summary>Emits events in one transaction.</summary>
    public Task EmitAsync(params IReadOnlyList<Happened> events) => EmitAsync(events, isKept: true);

    /// <summary>Emits events in a transaction that is undone.</summary>
    public Task EmitForNothingAsync(params IReadOnlyList<Happened> events) => EmitAsync(events, isKept: false);

    private async Task EmitAsync(IReadOnlyList<Happened> events, bool isKept)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var session = await _database.BeginSerializableAsync(cancellation);
        var work = new UnitOfWork(
            session, Caller.Nobody, _clock.GetUtcNow(), "UTC", _services, new(_services, ""), new(null, null), cancellation);
        foreach (var happened in events)
        {
            await work.EmitAsync(happened);
        }

        if (isKept)
        {
            await session.CommitAsync();
            work.Committed();
        }
    }

    /// <summary>Delivers all that is due.</summary>
    public Task DrainAsync() => Dispatcher.DrainAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class Lines(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception)));
    }
}
