using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Something with one fixed JSON form.</summary>
public interface IShape
{
    /// <summary>Writes the value as JSON. Members that the caller may not read are left out.</summary>
    void Write(Utf8JsonWriter json);
}
