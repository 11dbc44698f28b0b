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

    /// <summary>
    /// Carries out a command of the command line, such as `flow list`; the result is the exit code. Null where the words are
    /// not for this part.
    /// </summary>
    Task<int>? CarryOutAsync(IServiceProvider services, IReadOnlyList<string> words) => null;

    /// <summary>Its work may tell events, which are work for other parts.</summary>
    bool TellsOthers => false;

    /// <summary>Waits until all of its work that is due is done; the result is what failed of it. Tests look at both.</summary>
    Task<IReadOnlyList<string>> SettleAsync(IServiceProvider services, CancellationToken cancellation);
}
