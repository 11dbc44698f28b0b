using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A finding about the machine rather than about the model: it ends the command with a code of its own.</summary>
internal abstract class EnvironmentRule : Rule
{
    private static readonly HashSet<string> Codes =
    [
        .. typeof(EnvironmentRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(EnvironmentRule)))
            .Select(CodeOf),
    ];

    public static bool Covers(Diagnostic diagnostic) => Codes.Contains(diagnostic.Code);
}
