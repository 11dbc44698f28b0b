namespace Ashlar.Tool.Serving;

/// <summary>What a system says of one of its settings.</summary>
internal sealed record SettingProblem(string Key, string Reason)
{
    private const string Refusal = "SettingsException";

    /// <summary>
    /// What an exception of the system says; nothing where it is about something else. The system has a kernel of its own, so
    /// that its exception is known by name only.
    /// </summary>
    public static IReadOnlyList<SettingProblem> In(Exception failure) =>
        failure.GetType().Name == Refusal && Get(failure, "Problems") is System.Collections.IEnumerable problems
            ? [.. problems.Cast<object>().Select(problem => new SettingProblem(Text(problem, "Key"), Text(problem, "Reason")))]
            : [];

    private static string Text(object problem, string property) => Get(problem, property) as string ?? "";

    private static object? Get(object owner, string property) => owner.GetType().GetProperty(property)?.GetValue(owner);
}
