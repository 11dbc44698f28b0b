using System.Text.Json;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>An event with a number, by which the tests know it again.</summary>
internal sealed record Happened(string Name, string? Subject, int Number) : IEvent
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, Number);
        json.WriteString("subject"u8, Subject);
        json.WriteEndObject();
    }
}
