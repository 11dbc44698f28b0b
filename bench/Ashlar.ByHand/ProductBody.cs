using System.Text;
using System.Text.Json;

namespace Ashlar.ByHand;

/// <summary>The body of a product, read in one pass over its bytes, with everything that is wrong with it.</summary>
internal sealed class ProductBody
{
    private const string Required = "It is required.";

    private readonly List<FieldError> _errors = [];

    public string? Sku { get; private set; }

    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public bool HasDescription { get; private set; }

    public decimal? Price { get; private set; }

    public int? Stock { get; private set; }

    public bool? IsVisible { get; private set; }

    public Guid? Category { get; private set; }

    public Problem? Problem => _errors.Count == 0 ? null : Problem.Invalid(_errors);

    public static ProductBody Read(ReadOnlySpan<byte> bytes)
    {
        var body = new ProductBody();
        try
        {
            body.ReadMembers(bytes);
        }
        catch (JsonException e)
        {
            body._errors.Clear();
            var place = $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}";
            body.Report("", "malformed",
                $"The body is not valid JSON at {place}: it is cut off, nested too deep, or names a member twice.");
        }

        return body;
    }

    /// <summary>Reports what a new product must have and does not.</summary>
    public void RequireAll()
    {
        Require("sku", Sku is null);
        Require("name", Name is null);
        Require("price", Price is null);
        Require("category", Category is null);
    }

    private void Require(string name, bool isMissing)
    {
        if (isMissing && !_errors.Exists(error => error.Field == name))
        {
            Report(name, "missing", Required);
        }
    }

    private void ReadMembers(ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            Report("", "malformed", "Send a JSON object.");
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("sku"u8))
            {
                Sku = Text(ref json, "sku", 40, isBlankRefused: true);
            }
            else if (json.ValueTextEquals("name"u8))
            {
                Name = Text(ref json, "name", 120, isBlankRefused: true);
            }
            else if (json.ValueTextEquals("description"u8))
            {
                HasDescription = true;
                Description = TextOrNull(ref json, "description", 2000);
            }
            else if (json.ValueTextEquals("price"u8))
            {
                Price = Decimal(ref json);
            }
            else if (json.ValueTextEquals("stock"u8))
            {
                Stock = Int(ref json);
            }
            else if (json.ValueTextEquals("isVisible"u8))
            {
                IsVisible = Bool(ref json);
            }
            else if (json.ValueTextEquals("category"u8))
            {
                Category = Id(ref json);
            }
            else
            {
                Report(json.GetString() ?? "", "unknown-member", "There is no such member.");
                json.Skip();
            }
        }
    }

    private string? TextOrNull(ref Utf8JsonReader json, string name, int max)
    {
        var ahead = json;
        ahead.Read();
        if (ahead.TokenType == JsonTokenType.Null)
        {
            json = ahead;
            return null;
        }

        return Text(ref json, name, max, isBlankRefused: false);
    }

    private string? Text(ref Utf8JsonReader json, string name, int max, bool isBlankRefused)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String || json.GetString() is not { } text)
        {
            return Refuse<string>(ref json, name, "Send text.");
        }

        if (!text.IsNormalized())
        {
            text = text.Normalize();
        }

        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length++;
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
            {
                Report(name, "malformed", "Control characters are not allowed.");
                return null;
            }
        }

        if (isBlankRefused && string.IsNullOrWhiteSpace(text))
        {
            Report(name, "blank", "It may not be blank.");
            return null;
        }

        if (length > max)
        {
            Report(name, "too-long", $"Use at most {max} characters.");
            return null;
        }

        return text;
    }

    private decimal? Decimal(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.Number || !json.TryGetDecimal(out var price))
        {
            return Refuse<decimal>(ref json, "price");
        }

        if (price < 0)
        {
            Report("price", "too-small", "The smallest value is 0.");
            return null;
        }

        if (price != decimal.Round(price, 2) || price > 99_999_999.99m)
        {
            Report("price", "too-precise", "Use at most 2 digits after the point.");
            return null;
        }

        return price;
    }

    private int? Int(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out var stock))
        {
            return Refuse<int>(ref json, "stock");
        }

        if (stock is >= 0 and <= 1_000_000)
        {
            return stock;
        }

        if (stock < 0)
        {
            Report("stock", "too-small", "The smallest value is 0.");
            return null;
        }

        Report("stock", "too-large", "The largest value is 1000000.");
        return null;
    }

    private bool? Bool(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType is JsonTokenType.True or JsonTokenType.False
            ? json.GetBoolean()
            : Refuse<bool>(ref json, "isVisible");
    }

    private Guid? Id(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.String && json.TryGetGuid(out var id)
            ? id
            : Refuse<Guid>(ref json, "category");
    }

    private T? Refuse<T>(ref Utf8JsonReader json, string name) where T : struct
    {
        Refuse<string>(ref json, name, "It does not have the required form.");
        return null;
    }

    private T? Refuse<T>(ref Utf8JsonReader json, string name, string message) where T : class
    {
        json.Skip();
        var isNull = json.TokenType == JsonTokenType.Null;
        Report(name, isNull ? "null" : "malformed", isNull ? "It may not be null." : message);
        return null;
    }

    private void Report(string name, string code, string message) => _errors.Add(new(name, code, message));
}
