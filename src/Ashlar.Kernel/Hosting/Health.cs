using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// <c>/health/live</c> says that the process runs; <c>/health/ready</c> that it can serve: it is not stopping, and the
/// database answers. Neither says more.
/// </summary>
internal sealed class Health(Database database, KernelOptions options, ILogger<Health> log)
{
    private static readonly TimeSpan PingTime = TimeSpan.FromSeconds(2);

    private static readonly Statement Ping = new("select true");

    private static readonly Refusal NotReady = new("not-ready", StatusCodes.Status503ServiceUnavailable, "Not ready.");

    private volatile bool _isStopping;

    public static void Map(WebApplication app)
    {
        var health = app.Services.GetRequiredService<Health>();
        app.Lifetime.ApplicationStopping.Register(health.Stop);
        app.MapMethods("/health/live", ["GET", "HEAD"], _ => Task.CompletedTask).WithDisplayName("live");
        app.MapMethods("/health/ready", ["GET", "HEAD"], health.WriteReadyAsync).WithDisplayName("ready");
    }

    // Kestrel stops listening when this returns: until then load balancers see that no new requests should come.
    private void Stop()
    {
        _isStopping = true;
        Thread.Sleep(options.StopDelay);
    }

    private async Task WriteReadyAsync(HttpContext http)
    {
        if (_isStopping || !await AnswersAsync(http.RequestAborted))
        {
            await ProblemWriter.WriteAsync(http, NotReady);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken aborted)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        time.CancelAfter(PingTime);
        try
        {
            await using var session = await database.ReadAsync(time.Token);
            return await session.FlagAsync(Ping) is true;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OperationCanceledException)
        {
            Log.Unavailable(log, e);
            return false;
        }
    }
}
