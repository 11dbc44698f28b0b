using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RabbitMQ.Client;

namespace Ashlar.Kernel;

/// <summary>
/// An event as the message that others get: CloudEvents 1.0 in its JSON format. A message that comes twice has the same
/// <c>id</c> both times; the version of the shape of <c>data</c> is the end of <c>type</c>.
/// </summary>
internal sealed record CloudEvent(BasicProperties Properties, ReadOnlyMemory<byte> Body)
{
    public static CloudEvent Of(string system, PublicEvent told, Delivery delivery)
    {
        var id = delivery.Event.ToString(CultureInfo.InvariantCulture);
        var type = string.Create(CultureInfo.InvariantCulture, $"{told.Name}.v{told.Version}");
        var buffer = new ArrayBufferWriter<byte>(delivery.Body.Length + 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("specversion"u8, "1.0");
            json.WriteString("id"u8, id);
            json.WriteString("source"u8, "urn:system:" + system);
            json.WriteString("type"u8, type);
            json.WriteString(
                "time"u8, delivery.HappenedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            if (delivery.Subject is not null)
            {
                json.WriteString("subject"u8, delivery.Subject);
            }

            json.WriteString("datacontenttype"u8, "application/json");
            json.WritePropertyName("data"u8);
            json.WriteRawValue(delivery.Body);
            json.WriteEndObject();
        }

        var properties = new BasicProperties
        {
            MessageId = id,
            Type = type,
            ContentType = "application/cloudevents+json",
            DeliveryMode = DeliveryModes.Persistent,
        };
        return new(properties, buffer.WrittenMemory);
    }
}
