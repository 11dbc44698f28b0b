namespace Ashlar.Kernel;

/// <summary>What came of starting an instance.</summary>
/// <param name="Instance">The instance with the key, new or running.</param>
/// <param name="IsNew">Whether it was started now.</param>
public sealed record Started(Guid Instance, bool IsNew)
{
    /// <summary>Why there is no new instance, where one that is running rules it out.</summary>
    public Refusal? Refusal { get; init; }
}
