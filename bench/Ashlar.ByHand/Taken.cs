using System.Text.Json.Serialization;

namespace Ashlar.ByHand;

/// <summary>How many copies are taken.</summary>
internal sealed record Taken(int Copies);

/// <summary>Reads it without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Taken))]
internal sealed partial class TakenJson : JsonSerializerContext;
