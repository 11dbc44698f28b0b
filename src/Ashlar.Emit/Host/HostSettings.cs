using Ashlar.Core.Model;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Host;

/// <summary>`appsettings.json`, `appsettings.Development.json` and `launchSettings.json`.</summary>
internal static class HostSettings
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Host(emission)}/appsettings.json", Settings());
        yield return Generated($"{Folders.Host(emission)}/appsettings.Development.json", Development(emission));
        yield return Generated($"{Folders.Host(emission)}/Properties/launchSettings.json", Launch(emission));
    }

    private static Code Settings() => Code.Of($$"""
        {
          "Logging": {
            "LogLevel": {
              "Default": "Information",
              "Microsoft.AspNetCore": "Warning"
            }
          },
          "Kernel": {
            "Deadline": "00:00:10",
            "MaxBodyBytes": 1048576,
            "SessionLifetime": "60.00:00:00",
            "DrainTime": "00:00:25"
          }
        }
        """);

    private static Code Development(Emission emission)
    {
        var samples = SampleSettings.Of(emission.Model).GroupBy(sample => sample.Config.Name.Module, StringComparer.Ordinal)
            .ToList();
        return Code.Of($$"""
            {
              "Logging": {
                "Console": {
                  "FormatterName": "simple",
                  "FormatterOptions": { "SingleLine": true }
                }
              }{{(samples.Count == 0 ? Code.Empty : Code.Of($","))}}
              {{Code.Join(samples.Select(module => Module(module.Key, module)), ",\n")}}
            }
            """);
    }

    /// <summary>What nobody has set yet, and is good for nothing but a start.</summary>
    private static Code Module(string module, IEnumerable<(ConfigDefinition Config, Field Key, string Value)> samples)
    {
        var sections = samples.GroupBy(sample => sample.Config.Name.Name, StringComparer.Ordinal).Select(config => Code.Of($$"""
            {{Prose.Json(config.Key)}}: {
              {{Code.Join(config.Select(sample => Code.Of($"{Prose.Json(sample.Key.Name)}: {Prose.Json(sample.Value)}")), ",\n")}}
            }
            """));
        return Code.Of($$"""
            {{Prose.Json(module)}}: {
              {{Code.Join(sections, ",\n")}}
            }
            """);
    }

    private static Code Launch(Emission emission) => Code.Of($$"""
        {
          "profiles": {
            {{Prose.Json(emission.Model.Name)}}: {
              "commandName": "Project",
              "applicationUrl": "http://localhost:5080",
              "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development" }
            }
          }
        }
        """);
}
