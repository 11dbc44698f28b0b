using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>What a sign-in gives.</summary>
internal sealed record SessionToken(string Token, DateTimeOffset Expires, Guid Account) : IShape
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteText("token"u8, Token);
        json.WriteInstant("expires"u8, Expires);
        json.WriteUuid("account"u8, Account);
        json.WriteEndObject();
    }
}
