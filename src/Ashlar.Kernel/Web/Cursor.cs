using System.Buffers.Text;
using System.Text;

namespace Ashlar.Kernel;

/// <summary>
/// Where a page ended: the sort key and the id of its last row. Clients pass it back as they got it. It holds nothing
/// that the caller has not seen, and a forged one only names another place in rows that the caller may read.
/// </summary>
internal sealed record Cursor(string Sort, Value Key, Guid Id)
{
    private const char Separator = '\n';

    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Join(Separator, Sort, Id, Key.IsNull ? "-" : "+" + ValueText.Of(Key))));

    /// <summary>The cursor, or null when the text is none of this list and this sort.</summary>
    public static Cursor? Decode(string text, string sort, ValueKind kind, int scale)
    {
        if (text.Length > 4096 || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 3);
        if (parts.Length != 3 || parts[0] != sort || !Guid.TryParseExact(parts[1], "D", out var id) || parts[2].Length == 0)
        {
            return null;
        }

        var key = parts[2] == "-" ? Value.Null(kind) : ValueText.Parse(kind, scale, parts[2][1..]);
        return key is { } value ? new(sort, value, id) : null;
    }
}
