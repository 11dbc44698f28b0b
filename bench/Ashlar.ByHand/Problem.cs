using System.Text.Json;

namespace Ashlar.ByHand;

/// <summary>A problem document of RFC 9457.</summary>
internal sealed record Problem(string Code, int Status, string Title)
{
    public static Problem NotFound { get; } = new("not-found", 404, "There is no such resource.");

    public static Problem NoCategory { get; } =
        NotFound with { Errors = [new("category", "not-found", "There is no such resource.")] };

    public static Problem SkuTaken { get; } = new("taken", 409, "Another product has this sku.")
    {
        Errors = [new("sku", "taken", "Another product has this sku.")],
    };

    public static Problem PricedStock { get; } = new("priced-stock", 422, "What is in stock has a price.");

    public static Problem SoldOut { get; } = new("sold-out", 422, "There are not that many.");

    public static Problem Stale { get; } = new("stale", 412, "It was changed since you read it. Read it again.");

    public static Problem NoVersion { get; } =
        new("precondition-required", 428, "Send If-Match with the ETag of the version that you change.");

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public static Problem Invalid(IReadOnlyList<FieldError> errors) =>
        new("invalid", 400, errors.Count == 1 ? errors[0].Message : $"{errors.Count} members are not valid.")
        {
            Errors = errors,
        };

    public void Write(Utf8JsonWriter json, string traceId)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "urn:problem:" + Code);
        json.WriteString("title"u8, Title);
        json.WriteNumber("status"u8, Status);
        json.WriteString("code"u8, Code);
        json.WriteString("traceId"u8, traceId);
        if (Errors.Count > 0)
        {
            json.WriteStartArray("errors"u8);
            foreach (var error in Errors)
            {
                json.WriteStartObject();
                json.WriteString("field"u8, error.Field);
                json.WriteString("code"u8, error.Code);
                json.WriteString("message"u8, error.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}

/// <summary>What is wrong with one member.</summary>
internal sealed record FieldError(string Field, string Code, string Message);
