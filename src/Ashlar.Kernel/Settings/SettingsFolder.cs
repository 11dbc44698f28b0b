using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>
/// The settings that people keep with the system, in a folder of their own: <c>config/appsettings.json</c> and one file for
/// each environment. What the generator writes counts less, the environment of the process and its command line count more.
/// </summary>
internal static class SettingsFolder
{
    private const string Folder = "config";

    public static void AddTo(ConfigurationManager configuration, IHostEnvironment environment)
    {
        var root = Path.GetFullPath(Path.Combine(environment.ContentRootPath, configuration["Kernel:SettingsFolder"] ?? Folder));
        if (!Directory.Exists(root))
        {
            return;
        }

        var sources = configuration.Sources;
        var place = sources.Select((source, i) => source is JsonConfigurationSource ? i + 1 : 0).Max();
        var files = new PhysicalFileProvider(Path.GetDirectoryName(root) ?? root);
        foreach (var name in (string[])[$"appsettings.{environment.EnvironmentName}.json", "appsettings.json"])
        {
            if (File.Exists(Path.Combine(root, name)))
            {
                sources.Insert(place, new JsonConfigurationSource
                {
                    FileProvider = files,
                    Path = $"{Path.GetFileName(root)}/{name}",
                });
            }
        }
    }
}
