using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>A setting that does not let the system start.</summary>
internal sealed class SettingRefused : Rule
{
    public static Diagnostic Of(SystemModel model, SettingProblem problem)
    {
        var at = OriginOf(model, problem.Key);
        return Diagnostic.Of<SettingRefused>(at?.Location ?? Location.None, $"the setting `{Shortened(problem.Key)}` is refused")
            .WithLabel(at is null ? "" : "asked for here")
            .WithNote(problem.Reason)
            .WithHelp("set it in the environment, or in a file of `config/` where it is no secret")
            .About(problem.Key.Replace(':', '.'));
    }

    private static string Shortened(string key)
    {
        const int longest = 60;
        var shown = key.Replace('`', '\'');
        return shown.Length <= longest ? shown : $"{shown[..longest]}…";
    }

    /// <summary>The key, or the whole configuration; null where the model asks for nothing like it.</summary>
    private static Origin? OriginOf(SystemModel model, string key)
    {
        foreach (var config in model.Configs)
        {
            if (key.StartsWith(config.Section + ":", StringComparison.OrdinalIgnoreCase))
            {
                var asked = config.Keys.FirstOrDefault(one => IsSame(key, $"{config.Section}:{one.Field.Name}"));
                return asked?.Field.Origin ?? config.Origin;
            }

            if (IsSame(key, config.Section))
            {
                return config.Origin;
            }
        }

        return null;
    }

    private static bool IsSame(string key, string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
}
