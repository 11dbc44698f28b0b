using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>
/// Publishes the public events of the system at a RabbitMQ broker, where the setting <c>ConnectionStrings:Broker</c> names
/// one; without it events stay within the system.
/// </summary>
/// <param name="events">The public events.</param>
public sealed class BrokerRelay(params IReadOnlyList<PublicEvent> events) : IKernelPart
{
    /// <inheritdoc />
    public string PostgresSchema => "";

    /// <inheritdoc />
    public string SqliteSchema => "";

    /// <inheritdoc />
    public void AddTo(IServiceCollection services) => services.AddSingleton<IEventRelay>(provider =>
        ActivatorUtilities.CreateInstance<BrokerChannel>(provider, events));

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> SettleAsync(IServiceProvider services, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
