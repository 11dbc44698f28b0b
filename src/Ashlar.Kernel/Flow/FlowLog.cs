using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>What is logged about workflows.</summary>
internal static class FlowLog
{
    private static readonly Action<ILogger, string, string, Guid, int, Exception?> FailedMessage =
        LoggerMessage.Define<string, string, Guid, int>(
            LogLevel.Warning, new EventId(40, nameof(Failed)),
            "{Workflow} failed at {Step} in instance {Instance}, attempt {Attempt}.");

    private static readonly Action<ILogger, string, string, Guid, string, string?, Exception?> StoppedMessage =
        LoggerMessage.Define<string, string, Guid, string, string?>(
            LogLevel.Error, new EventId(41, nameof(Stopped)),
            "{Workflow} stopped at {Step} in instance {Instance}, and a person has to decide: {Cause} {Detail}");

    private static readonly Action<ILogger, string, string, Guid, Exception?> StaleMessage =
        LoggerMessage.Define<string, string, Guid>(
            LogLevel.Information, new EventId(42, nameof(Stale)),
            "{Workflow} was moved at {Step} in instance {Instance} by somebody else; nothing of the turn is kept.");

    private static readonly Action<ILogger, Exception?> LostMessage = LoggerMessage.Define(
        LogLevel.Warning, new EventId(43, nameof(Lost)), "The lease of this process has run out; others may take over its work.");

    private static readonly Action<ILogger, string, Exception?> NotStartedMessage = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(44, nameof(NotStarted)),
        "The schedule {Schedule} could not start what is due; it tries again.");

    private static readonly Action<ILogger, string, string, Exception?> RefusedMessage = LoggerMessage.Define<string, string>(
        LogLevel.Warning, new EventId(46, nameof(Refused)),
        "The schedule {Schedule} was refused what is due, and tries again: {Code}");

    private static readonly Action<ILogger, Exception?> EndedMessage = LoggerMessage.Define(
        LogLevel.Critical, new EventId(45, nameof(Ended)), "The execution of workflows ended by a defect; the process stops.");

    public static void NotStarted(ILogger log, string schedule, Exception cause) => NotStartedMessage(log, schedule, cause);

    public static void Refused(ILogger log, string schedule, string code) => RefusedMessage(log, schedule, code, null);

    public static void Ended(ILogger log, Exception? defect) => EndedMessage(log, defect);

    public static void Failed(ILogger log, Token token, Exception cause) =>
        FailedMessage(log, token.Definition, token.Step, token.Instance, token.Attempt + 1, cause);

    public static void Stopped(ILogger log, Token token, string cause, string? detail) =>
        StoppedMessage(log, token.Definition, token.Step, token.Instance, cause, detail, null);

    public static void Stale(ILogger log, Token token) =>
        StaleMessage(log, token.Definition, token.Step, token.Instance, null);

    public static void Lost(ILogger log) => LostMessage(log, null);
}
