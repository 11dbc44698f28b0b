using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Solution;

/// <summary>The variables of the environment by which a system is told its settings.</summary>
internal static class SettingVariable
{
    /// <summary>Of one setting, such as `Ordering__Payments__baseUrl`.</summary>
    public static Ident Of(ConfigDefinition config, ConfigKey key) =>
        Ident.Of($"{config.Section}:{key.Field.Name}".Replace(":", "__", StringComparison.Ordinal));

    /// <summary>Of all settings that have to be given.</summary>
    public static ImmutableArray<Ident> Needed(SystemModel model) =>
        [.. model.Configs.SelectMany(config => config.Keys.Where(key => key.IsNeeded).Select(key => Of(config, key)))];
}
