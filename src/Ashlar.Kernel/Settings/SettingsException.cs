namespace Ashlar.Kernel;

/// <summary>The settings do not let the system start. It names all that is wrong at once.</summary>
public sealed class SettingsException(IReadOnlyList<SettingsProblem> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"{problem}").Prepend("The settings do not let the system start:")))
{
    /// <summary>The exit code of a process whose configuration is wrong: <c>EX_CONFIG</c>.</summary>
    public const int ExitCode = 78;

    /// <summary>What is wrong, in the order of the model.</summary>
    public IReadOnlyList<SettingsProblem> Problems { get; } = problems;
}
