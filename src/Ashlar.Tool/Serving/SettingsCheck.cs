using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>
/// Lets a compiled system read its settings as it would when it starts in an environment. Nothing is opened, and nothing
/// listens: the host is built and thrown away.
/// </summary>
internal static class SettingsCheck
{
    public static async Task<IReadOnlyList<SettingProblem>> Of(SystemFolder folder, CompiledSystem compiled, string environment)
    {
        var context = new SystemLoadContext(compiled.Images);
        try
        {
            var root = folder.PathOf($"src/{compiled.Images[^1].Name}");
            await ServedSystem.BuildAndDropAsync(context,
            [
                $"--environment={environment}", $"--contentRoot={root}",
                $"--Kernel:SettingsFolder={folder.PathOf(SystemFolder.SettingsFolder)}", "--Logging:LogLevel:Default=None",
            ]);
            return [];
        }
        catch (Exception failure) when (SettingProblem.In(failure).Count > 0)
        {
            return SettingProblem.In(failure);
        }
        finally
        {
            context.Unload();
        }
    }
}
