using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>An e-mail address, kept in lower case.</summary>
public sealed class EmailField(string name) : TextField(name)
{
    private protected override string Normalise(string text) => base.Normalise(text).ToLowerInvariant();

    private protected override Fault? Check(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        var domain = value[(at + 1)..];
        var isAddress = at > 0 && domain.Length > 0 && !domain.Contains('@', StringComparison.Ordinal)
            && !value.Any(char.IsWhiteSpace) && !domain.StartsWith('.') && !domain.EndsWith('.');
        return isAddress ? null : Fault.Malformed("an e-mail address");
    }
}

/// <summary>An absolute http or https address.</summary>
public sealed class UrlField(string name) : TextField(name)
{
    private protected override Fault? Check(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? null
            : Fault.Malformed("an absolute http or https address");
}

/// <summary>A time zone by its IANA name.</summary>
public sealed class ZoneField(string name) : TextField(name)
{
    private protected override Fault? Check(string value) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) && zone.HasIanaId
            ? null
            : Fault.Malformed("the name of a time zone, such as Europe/Paris");
}

/// <summary>A JSON document, kept as text.</summary>
public sealed class JsonField(string name) : Field<string>(name)
{
    /// <summary>The most code points of its text.</summary>
    public required int Max { get; init; }

    internal override Fault? Read(JsonElement json, out string value)
    {
        value = "";
        if (!JsonText.IsStorable(json))
        {
            return Fault.Malformed("text that is valid Unicode");
        }

        value = json.GetRawText();
        return TextForm.Length(value) > Max ? new("too-long", $"Use at most {Max} characters.") : null;
    }

    internal override Fault? Parse(string text, out string value)
    {
        value = "";
        return Fault.Malformed("JSON in a body");
    }
}
