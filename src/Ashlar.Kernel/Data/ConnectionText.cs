using Npgsql;

namespace Ashlar.Kernel;

/// <summary>Reads connection strings, in the form of drivers and in the form of URLs.</summary>
internal static class ConnectionText
{
    public static bool IsPostgres(string text) => IsUrl(text) || text.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    // The server ends what a process that hangs or is gone would leave behind.
    private const string ServerLimits =
        "-c statement_timeout=60s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s";

    /// <summary>
    /// Adds what measurement showed to matter: without automatic preparation and with a reset on close, a request costs
    /// more than twice the processor time.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Postgres(string text)
    {
        var settings = Read(text) ?? throw new FormatException("The address of the database is not one that PostgreSQL has.");
        settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? 256 : settings.MaxAutoPrepare;
        settings.AutoPrepareMinUsages = 2;
        settings.NoResetOnClose = true;
        settings.Timezone = "UTC";
        settings.Options ??= ServerLimits;
        return settings;
    }

    /// <summary>The settings that a text means; null when it is no address.</summary>
    public static NpgsqlConnectionStringBuilder? Read(string text)
    {
        try
        {
            return IsUrl(text) ? FromUrl(text) : new NpgsqlConnectionStringBuilder(text);
        }
        catch (ArgumentException)
        {
            // The driver refuses a setting that it does not know, or a value that the setting cannot have.
            return null;
        }
    }

    private static bool IsUrl(string text) =>
        text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal);

    private static NpgsqlConnectionStringBuilder? FromUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            return null;
        }

        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        var user = url.UserInfo.Split(':', 2);
        settings.Username = Uri.UnescapeDataString(user[0]);
        settings.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        foreach (var option in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            settings[Uri.UnescapeDataString(pair[0])] = pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "";
        }

        return settings;
    }
}
