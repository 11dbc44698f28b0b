using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>What is logged about events.</summary>
internal static class EventLog
{
    private static readonly Action<ILogger, string, long, int, string, Exception?> FailedMessage =
        LoggerMessage.Define<string, long, int, string>(
            LogLevel.Warning,
            new EventId(20, nameof(Failed)),
            "{Consumer} did not take event {Event} at attempt {Attempt}: {Problem}. It is tried again.");

    private static readonly Action<ILogger, string, long, int, string, Exception?> ParkedMessage =
        LoggerMessage.Define<string, long, int, string>(
            LogLevel.Error,
            new EventId(21, nameof(Parked)),
            "{Consumer} did not take event {Event} at attempt {Attempt}: {Problem}. It is parked, and holds back its subject.");

    private static readonly Action<ILogger, string, long, Exception?> UnknownMessage = LoggerMessage.Define<string, long>(
        LogLevel.Warning, new EventId(22, nameof(Unknown)), "{Consumer} of event {Event} is not in this version of the system.");

    public static void Failed(ILogger log, Delivery delivery, Problem problem) =>
        FailedMessage(log, delivery.Consumer, delivery.Event, delivery.Attempts + 1, problem.Code, problem.Cause);

    public static void Parked(ILogger log, Delivery delivery, Problem problem) =>
        ParkedMessage(log, delivery.Consumer, delivery.Event, delivery.Attempts + 1, problem.Code, problem.Cause);

    public static void Unknown(ILogger log, Delivery delivery) =>
        UnknownMessage(log, delivery.Consumer, delivery.Event, null);
}
