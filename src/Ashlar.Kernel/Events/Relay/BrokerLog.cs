using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>What is logged about the broker: that it is gone, and that it is back, not every event in between.</summary>
internal static class BrokerLog
{
    private static readonly Action<ILogger, Exception?> LostMessage = LoggerMessage.Define(
        LogLevel.Warning, new EventId(23, nameof(Lost)), "The broker does not answer. Events for others wait until it does.");

    private static readonly Action<ILogger, Exception?> BackMessage = LoggerMessage.Define(
        LogLevel.Information, new EventId(24, nameof(Back)), "The broker answers again.");

    public static void Lost(ILogger log, Exception cause) => LostMessage(log, cause);

    public static void Back(ILogger log) => BackMessage(log, null);
}
