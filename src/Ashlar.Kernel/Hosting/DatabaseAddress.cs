using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>Where the database is.</summary>
internal static class DatabaseAddress
{
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
