namespace Ashlar.Kernel;

/// <summary>An event that others may listen to.</summary>
/// <param name="Name">The name of the event in the model: <c>Ordering.OrderPlaced</c>.</param>
/// <param name="Version">The version of its shape.</param>
public sealed record PublicEvent(string Name, int Version);
