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
        services.AddHostedService(provider => provider.GetRequiredService<EventDispatcher>());
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> SettleAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<EventDispatcher>().DrainAsync(cancellation);
        return await services.GetRequiredService<DeliveryQueue>().FailuresAsync(cancellation);
    }
}
