using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>A part of the kernel that only some systems have.</summary>
public interface IKernelPart
{
    /// <summary>Its tables on PostgreSQL.</summary>
    string PostgresSchema { get; }

    /// <summary>Its tables on SQLite.</summary>
    string SqliteSchema { get; }

    /// <summary>Adds what does its work.</summary>
    void AddTo(IServiceCollection services);

    /// <summary>Waits until all of its work that is due is done; tests look at what came of it.</summary>
    Task SettleAsync(IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;
}
