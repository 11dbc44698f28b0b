using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>The messages that the kernel logs.</summary>
internal static class Log
{
    private static readonly Action<ILogger, Exception?> UnavailableMessage = LoggerMessage.Define(
        LogLevel.Warning, new EventId(1, nameof(Unavailable)), "The database or another system does not answer.");

    private static readonly Action<ILogger, string, Exception?> RefusedMessage = LoggerMessage.Define<string>(
        LogLevel.Information, new EventId(2, nameof(Refused)), "Refused: {Code}.");

    private static readonly Action<ILogger, string, Exception?> SchemaInstalledMessage = LoggerMessage.Define<string>(
        LogLevel.Information, new EventId(3, nameof(SchemaInstalled)), "The schema {Hash} is installed.");

    private static readonly Action<ILogger, Guid, Exception?> SignedInMessage = LoggerMessage.Define<Guid>(
        LogLevel.Information, new EventId(4, nameof(SignedIn)), "Account {Account} signed in.");

    private static readonly Action<ILogger, Exception?> SignInFailedMessage = LoggerMessage.Define(
        LogLevel.Warning, new EventId(5, nameof(SignInFailed)), "A sign-in failed.");

    public static void Unavailable(ILogger log, Exception cause) => UnavailableMessage(log, cause);

    public static void Refused(ILogger log, string code) => RefusedMessage(log, code, null);

    public static void SchemaInstalled(ILogger log, string hash) => SchemaInstalledMessage(log, hash, null);

    public static void SignedIn(ILogger log, Guid account) => SignedInMessage(log, account, null);

    public static void SignInFailed(ILogger log) => SignInFailedMessage(log, null);
}
