namespace Ashlar.Core.Model;

/// <summary>What the code of a slot is given besides its inputs.</summary>
/// <param name="Kind">What it is given.</param>
/// <param name="Config">The configuration that it is about.</param>
/// <param name="Key">The setting with the address, for requests; empty for all values of the configuration.</param>
public sealed record Capability(CapabilityKind Kind, ElementName Config, string Key = "");

public enum CapabilityKind
{
    /// <summary>The values of a configuration, its secrets among them.</summary>
    Settings,

    /// <summary>Requests to the address that a setting holds, and to no other.</summary>
    Http,
}
