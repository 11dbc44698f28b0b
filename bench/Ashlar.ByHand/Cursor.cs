using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Ashlar.ByHand;

/// <summary>The place where a page ended, as clients send it back.</summary>
internal static class Cursor
{
    private const string Sort = "-addedAt\n";

    public static string Encode(PageEnd end) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Sort}{end.Id}\n+{end.AddedAt}")));

    public static PageEnd? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length > 200 || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n');
        return parts is ["-addedAt", var idText, ['+', .. var time]]
            && Guid.TryParseExact(idText, "D", out var id)
            && long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var addedAt)
            ? new(addedAt, id)
            : null;
    }
}
