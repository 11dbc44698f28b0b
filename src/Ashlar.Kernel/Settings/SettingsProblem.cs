namespace Ashlar.Kernel;

/// <summary>One thing that is wrong with the settings of a system.</summary>
/// <param name="Key">Where the value stands: <c>Billing:Payments:timeout</c>.</param>
/// <param name="Line">The line of the model that asks for it; empty where none does.</param>
/// <param name="Reason">What is wrong. It never holds the value of a secret.</param>
public sealed record SettingsProblem(string Key, string Line, string Reason)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Line.Length == 0 ? $"{Key}: {Reason}" : $"{Key}: {Reason} (asked for by {Line})";
}
