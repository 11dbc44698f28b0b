using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel;

/// <summary>The limits of a system, from the section <c>Kernel</c> of its configuration.</summary>
public sealed record KernelOptions
{
    /// <summary>How long a request may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many bytes a JSON body may have.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>How long a session lasts at most.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(60);

    /// <summary>How long a stop waits for requests to end.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(25);

    internal static KernelOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Kernel");
        var defaults = new KernelOptions();
        return new()
        {
            Deadline = Time(section["Deadline"], defaults.Deadline),
            MaxBodyBytes = section["MaxBodyBytes"] is { } bytes
                ? long.Parse(bytes, CultureInfo.InvariantCulture)
                : defaults.MaxBodyBytes,
            SessionLifetime = Time(section["SessionLifetime"], defaults.SessionLifetime),
            DrainTime = Time(section["DrainTime"], defaults.DrainTime),
        };
    }

    private static TimeSpan Time(string? text, TimeSpan otherwise) =>
        text is null ? otherwise : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
