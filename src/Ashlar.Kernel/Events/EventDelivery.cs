using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>Keeps what happened and brings it to its consumers, for systems that have events.</summary>
/// <param name="consumers">The consumers, one list for each module.</param>
public sealed class EventDelivery(params IReadOnlyList<IReadOnlyList<Consumer>> consumers) : IKernelPart
{
    /// <inheritdoc />
    public string PostgresSchema => EventTables.PostgresSchema;

    /// <inheritdoc />
    public string SqliteSchema => EventTables.SqliteSchema;

    /// <inheritdoc />
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new Consumers(
            consumers.SelectMany(module => module), provider.GetService<IEventRelay>()));
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<Deliverer>();
        services.AddSingleton<EventDispatcher>();
        services.AddSingleton<EventDesk>();
        services.AddSingleton<EventCommand>();
        services.AddHostedService(provider => provider.GetRequiredService<EventDispatcher>());
    }

    /// <inheritdoc />
    public Task<int>? CarryOutAsync(IServiceProvider services, IReadOnlyList<string> words) =>
        words is ["events", ..] ? OperateAsync(services, words is [_, [not '-', ..], ..] ? words[1] : "list") : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> SettleAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<EventDispatcher>().DrainAsync(cancellation);
        return await services.GetRequiredService<DeliveryQueue>().FailuresAsync(cancellation);
    }

    private static async Task<int> OperateAsync(IServiceProvider services, string task)
    {
        if (await services.GetRequiredService<SchemaCommand>().RefusalToCarryOutAsync() is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }

        return await services.GetRequiredService<EventCommand>().RunAsync(
            task, services.GetRequiredService<IConfiguration>(), Console.Out, Console.Error);
    }
}
