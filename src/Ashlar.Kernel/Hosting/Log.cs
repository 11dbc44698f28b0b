using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>The messages that the kernel logs.</summary>
internal static class Log
{
    private static readonly Action<ILogger, Exception?> UnavailableMessage = LoggerMessage.Define(
        LogLevel.Warning, new EventId(1, nameof(Unavailable)), "The database or another system does not answer.");

    private static readonly Action<ILogger, string, string, int, string, string, Exception?> RefusedMessage =
        LoggerMessage.Define<string, string, int, string, string>(
            LogLevel.Information, new EventId(2, nameof(Refused)), "{Method} {Path} {Status} {Code}: {Refused}");

    private static readonly Action<ILogger, string, Exception?> SchemaInstalledMessage = LoggerMessage.Define<string>(
        LogLevel.Information, new EventId(3, nameof(SchemaInstalled)), "The schema {Hash} is installed.");

    private static readonly Action<ILogger, Guid, Exception?> SignedInMessage = LoggerMessage.Define<Guid>(
        LogLevel.Information, new EventId(4, nameof(SignedIn)), "Account {Account} signed in.");

    private static readonly Action<ILogger, Exception?> SignInFailedMessage = LoggerMessage.Define(
        LogLevel.Warning, new EventId(5, nameof(SignInFailed)), "A sign-in failed.");

    private static readonly Action<ILogger, string, Exception?> TimedOutMessage = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(6, nameof(TimedOut)), "{Reason}");

    private static readonly Action<ILogger, Exception?> DeliveryEndedMessage = LoggerMessage.Define(
        LogLevel.Critical, new EventId(7, nameof(DeliveryEnded)), "The delivery of events ended by a defect; the process stops.");

    public static void DeliveryEnded(ILogger log, Exception? defect) => DeliveryEndedMessage(log, defect);

    private static readonly Action<ILogger, int, int, string, Exception?> MigratedMessage =
        LoggerMessage.Define<int, int, string>(LogLevel.Information, new EventId(8, nameof(Migrated)),
            "Migration {Number}, step {Step}: {Purpose}.");

    public static void Migrated(ILogger log, MigrationFile file, MigrationFileStep step) =>
        MigratedMessage(log, file.Number, step.Number, step.Purpose, null);

    public static void TimedOut(ILogger log, WorkTimedOutException cause) => TimedOutMessage(log, cause.Message, null);

    public static void Unavailable(ILogger log, Exception cause) => UnavailableMessage(log, cause);

    // The path as it came: decoded, it could break the line.
    public static void Refused(ILogger log, HttpRequest request, Refusal refusal, LogElement element) => RefusedMessage(
        log, request.Method, request.Path.ToUriComponent(), refusal.Status, refusal.Code, element.Name, null);

    public static void SchemaInstalled(ILogger log, string hash) => SchemaInstalledMessage(log, hash, null);

    public static void SignedIn(ILogger log, Guid account) => SignedInMessage(log, account, null);

    public static void SignInFailed(ILogger log) => SignInFailedMessage(log, null);
}
