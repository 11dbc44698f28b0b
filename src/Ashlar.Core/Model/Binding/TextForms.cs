using System.Globalization;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>The scalars that are written as texts of a certain form.</summary>
internal static class TextForms
{
    private const int LongestEmail = 254;

    public static bool IsOne(Scalar scalar) =>
        scalar is Scalar.Email or Scalar.Url or Scalar.Zone or Scalar.Uuid or Scalar.Json or Scalar.Password;

    /// <summary>The value in its stored form, or null where the text has not the form.</summary>
    public static string? Read(Scalar scalar, string text) =>
        scalar switch
        {
            Scalar.Email => IsEmail(text) ? text.ToLowerInvariant() : null,
            Scalar.Url => IsUrl(text) ? text : null,
            Scalar.Zone => TimeZones.Contains(text) ? text : null,
            Scalar.Uuid => Guid.TryParseExact(text, "D", out var value)
                ? value.ToString("D", CultureInfo.InvariantCulture)
                : null,
            Scalar.Json => IsJson(text) ? text : null,
            _ => text,
        };

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var isWhole = at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1;
        return isWhole && text.Length <= LongestEmail && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
    }

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
