using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>Deletes stored answers whose time is over, every hour and a few at a time.</summary>
internal sealed class AnswerCleanup(Database database, TimeProvider time, ILogger<AnswerCleanup> log) : BackgroundService
{
    private const int Batch = 500;

    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>Deletes them all.</summary>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        int removed;
        do
        {
            await using var session = await database.WriteAsync(cancellation);
            session.IsBackground = true;
            removed = await StoredAnswer.RemoveExpiredAsync(session, time.GetUtcNow(), Batch);
        }
        while (removed == Batch);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (DbException e)
            {
                Log.Unavailable(log, e);
            }
        }
    }
}
