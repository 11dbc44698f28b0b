using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>Keeps the instances of workflows and moves them, for systems that have workflows.</summary>
/// <param name="workflows">The workflows in all versions that this build has, one list for each module.</param>
public sealed class FlowExecution(params IReadOnlyList<IReadOnlyList<Workflow>> workflows) : IKernelPart
{
    /// <summary>What starts by the clock.</summary>
    public IReadOnlyList<FlowSchedule> Schedules { get; init; } = [];

    /// <inheritdoc />
    public string PostgresSchema => FlowTables.PostgresSchema;

    /// <inheritdoc />
    public string SqliteSchema => FlowTables.SqliteSchema;

    /// <inheritdoc />
    public bool TellsOthers => true;

    /// <inheritdoc />
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new Workflows(
            workflows.SelectMany(module => module),
            FlowVersions.In(
                provider.GetRequiredService<SystemDescription>().Assembly, provider.GetRequiredService<Database>().IsPostgres)));
        services.AddSingleton(provider => FlowOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<FlowClock>();
        services.AddSingleton<FlowLease>();
        services.AddSingleton<FlowQueue>();
        services.AddSingleton<FlowCarrier>();
        services.AddSingleton<TurnWriter>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<CallRunner>();
        services.AddSingleton<UndoRunner>();
        services.AddSingleton<TokenRunner>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FlowSchedules>(provider, Schedules));
        services.AddSingleton<FlowWorker>();
        services.AddSingleton<FlowCommand>();
        services.AddHostedService(provider => provider.GetRequiredService<FlowWorker>());
    }

    /// <inheritdoc />
    public Task<int>? CarryOutAsync(IServiceProvider services, IReadOnlyList<string> words) =>
        words is ["flow", ..] ? OperateAsync(services, words is [_, [not '-', ..], ..] ? words[1] : "list") : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> SettleAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<FlowWorker>().DrainAsync(cancellation);
        var stopped = await services.GetRequiredService<FlowQueue>().FailuresAsync(cancellation);
        return [.. stopped, .. services.GetRequiredService<FlowSchedules>().Failures];
    }

    private static async Task<int> OperateAsync(IServiceProvider services, string task)
    {
        if (await services.GetRequiredService<SchemaCommand>().RefusalToCarryOutAsync() is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }

        return await services.GetRequiredService<FlowCommand>().RunAsync(
            task, services.GetRequiredService<IConfiguration>(), Console.Out, Console.Error);
    }
}
