using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>How many requests may run at once, and how many each caller may make.</summary>
internal sealed class RequestLimits(KernelOptions options, TimeProvider time)
{
    private readonly RateLimiter _rate = new(time, options.RequestsPerSecond, options.RequestBurst);

    private int _running;

    /// <summary>Whether one more request may run; then <see cref="Leave"/> must follow.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _running) <= options.MaxConcurrentRequests)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _running);

    public Refusal? TakeOfAddress(HttpContext http) => Explain(_rate.Take(AddressOf(http)));

    public Refusal? PeekOfAddress(HttpContext http) => Explain(_rate.Peek(AddressOf(http)));

    public Refusal? TakeOf(Caller caller) =>
        Explain(_rate.Take(caller.Id?.ToString("N", CultureInfo.InvariantCulture) ?? "installer"));

    private static Refusal? Explain(TimeSpan? wait) => wait is { } time ? Refusal.TooMany(time) : null;

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
