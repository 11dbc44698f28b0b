using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Host;

/// <summary>`appsettings.json`, `appsettings.Development.json` and `launchSettings.json`.</summary>
internal static class HostSettings
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Host(emission)}/appsettings.json", Settings());
        yield return Generated($"{Folders.Host(emission)}/appsettings.Development.json", Development());
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

    private static Code Development() => Code.Of($$"""
        {
          "Logging": {
            "Console": {
              "FormatterName": "simple",
              "FormatterOptions": { "SingleLine": true }
            }
          }
        }
        """);

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
