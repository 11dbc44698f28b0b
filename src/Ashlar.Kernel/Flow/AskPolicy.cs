namespace Ashlar.Kernel;

/// <summary>Who is asked, and until when.</summary>
/// <param name="Role">Who may answer.</param>
/// <param name="Within">How long the instance waits for the answer.</param>
public sealed record AskPolicy(string Role, TimeSpan Within)
{
    /// <summary>After how long the answer is due; nothing happens then but that people see it.</summary>
    public TimeSpan? Due { get; init; }
}
