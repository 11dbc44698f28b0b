namespace Ashlar.Kernel;

/// <summary>A signal that a token waits for.</summary>
internal sealed record Heard(string Id, string Event, string Key, string Payload);
