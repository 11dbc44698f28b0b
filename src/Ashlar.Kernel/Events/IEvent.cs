using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Something that happened, for whoever consumes it.</summary>
public interface IEvent
{
    /// <summary>The name of the event in the model.</summary>
    string Name { get; }

    /// <summary>
    /// What it happened to: events of one subject reach a consumer in their order. Null when order means nothing.
    /// </summary>
    string? Subject { get; }

    /// <summary>Writes the event as a JSON object.</summary>
    void Write(Utf8JsonWriter json);
}
