using System.Reflection;

namespace Ashlar.Tool.Workspace;

/// <summary>The version of this tool, as it stands in locks and reports.</summary>
internal static class ToolVersion
{
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
