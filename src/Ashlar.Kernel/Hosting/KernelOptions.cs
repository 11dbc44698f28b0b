using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel;

/// <summary>The limits of a system, from the section <c>Kernel</c> of its configuration.</summary>
public sealed record KernelOptions
{
    /// <summary>How long a request may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an upload or a download may take.</summary>
    public TimeSpan FileDeadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many bytes a JSON body may have.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>How many bytes of files all requests together may hold; one request may always hold its own.</summary>
    public long FileMemoryBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>How many requests may run at once.</summary>
    public int MaxConcurrentRequests { get; init; } = 512;

    /// <summary>How many requests a second each account, and each address without one, may make; 0 for any number.</summary>
    public double RequestsPerSecond { get; init; } = 100;

    /// <summary>How many requests it may make at once.</summary>
    public double RequestBurst { get; init; } = 500;

    /// <summary>How long a session lasts at most.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(60);

    /// <summary>How long a stop goes on serving as not ready, so that load balancers notice.</summary>
    public TimeSpan StopDelay { get; init; } = TimeSpan.Zero;

    /// <summary>How long a stop waits for requests to end.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the answer to a request with an idempotency key is stored.</summary>
    public TimeSpan AnswerLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long the deliveries of outside services are known again that say when they were signed.</summary>
    public TimeSpan DeliveryMemory { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many events are delivered at once.</summary>
    public int DeliveryConcurrency { get; init; } = 4;

    /// <summary>How long the delivery of an event may take.</summary>
    public TimeSpan DeliveryDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the delivery of an event is tried before it is parked.</summary>
    public int DeliveryAttempts { get; init; } = 10;

    /// <summary>How long events are kept that every consumer has had.</summary>
    public TimeSpan EventRetention { get; init; } = TimeSpan.FromDays(30);

    internal static KernelOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Kernel");
        var defaults = new KernelOptions();
        return new()
        {
            Deadline = Read(section, nameof(Deadline), defaults.Deadline),
            FileDeadline = Read(section, nameof(FileDeadline), defaults.FileDeadline),
            MaxBodyBytes = Read(section, nameof(MaxBodyBytes), defaults.MaxBodyBytes),
            FileMemoryBytes = Read(section, nameof(FileMemoryBytes), defaults.FileMemoryBytes),
            MaxConcurrentRequests = Read(section, nameof(MaxConcurrentRequests), defaults.MaxConcurrentRequests),
            RequestsPerSecond = Read(section, nameof(RequestsPerSecond), defaults.RequestsPerSecond),
            RequestBurst = Read(section, nameof(RequestBurst), defaults.RequestBurst),
            SessionLifetime = Read(section, nameof(SessionLifetime), defaults.SessionLifetime),
            StopDelay = Read(section, nameof(StopDelay), defaults.StopDelay),
            DrainTime = Read(section, nameof(DrainTime), defaults.DrainTime),
            AnswerLifetime = Read(section, nameof(AnswerLifetime), defaults.AnswerLifetime),
            DeliveryMemory = Read(section, nameof(DeliveryMemory), defaults.DeliveryMemory),
            DeliveryConcurrency = Read(section, nameof(DeliveryConcurrency), defaults.DeliveryConcurrency),
            DeliveryDeadline = Read(section, nameof(DeliveryDeadline), defaults.DeliveryDeadline),
            DeliveryAttempts = Read(section, nameof(DeliveryAttempts), defaults.DeliveryAttempts),
            EventRetention = Read(section, nameof(EventRetention), defaults.EventRetention),
        };
    }

    private static T Read<T>(IConfigurationSection section, string name, T otherwise) where T : ISpanParsable<T>
    {
        if (section[name] is not { } text)
        {
            return otherwise;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new SettingsException([new($"Kernel:{name}", "", $"It is not valid: {text}")]);
    }
}
