using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>Where the database is.</summary>
internal static class DatabaseAddress
{
    /// <summary>Nobody says where it is, and there is no place that is good enough.</summary>
    public static bool IsMissing(IConfiguration configuration, IHostEnvironment environment) =>
        !environment.IsDevelopment() && string.IsNullOrEmpty(configuration.GetConnectionString("Database"))
        && string.IsNullOrEmpty(Owner(configuration));

    public static string Runtime(IConfiguration configuration, IHostEnvironment environment, SystemDescription system)
    {
        if (configuration.GetConnectionString("Database") is { Length: > 0 } text)
        {
            return text;
        }

        return environment.IsDevelopment()
            ? $"Data Source={system.Name.ToLowerInvariant()}.db"
            : throw new InvalidOperationException("Set ConnectionStrings__Database.");
    }

    public static string? Owner(IConfiguration configuration) => configuration.GetConnectionString("Owner");
}
