using System.Text.Unicode;

namespace Ashlar.Kernel;

/// <summary>Recognises what bytes are, whatever the client calls them.</summary>
internal static class MediaSignature
{
    // The first bytes of formats; a space stands for any byte.
    private static readonly (string Type, string Start)[] Known =
    [
        ("image/png", "\u0089PNG\r\n\u001a\n"),
        ("image/jpeg", "\u00ff\u00d8\u00ff"),
        ("image/gif", "GIF8"),
        ("image/webp", "RIFF    WEBP"),
        ("image/tiff", "II*\0"),
        ("image/tiff", "MM\0*"),
        ("image/bmp", "BM"),
        ("application/pdf", "%PDF-"),
        ("application/zip", "PK\u0003\u0004"),
        ("application/gzip", "\u001f\u008b"),
        ("application/x-executable", "\u007fELF"),
        ("application/x-executable", "MZ"),
        ("audio/mpeg", "ID3"),
        ("audio/wav", "RIFF    WAVE"),
        ("video/mp4", "    ftyp"),
    ];

    // Formats that are zip archives inside.
    private static readonly string[] Zipped =
    [
        "application/vnd.openxmlformats-", "application/vnd.oasis.opendocument.", "application/epub+zip",
    ];

    /// <summary>Whether the content can be what it is said to be.</summary>
    public static bool Fits(string type, ReadOnlySpan<byte> content)
    {
        var sniffed = Sniff(content);
        if (Array.Exists(Known, known => known.Type == type))
        {
            return sniffed == type;
        }

        if (Array.Exists(Zipped, start => type.StartsWith(start, StringComparison.Ordinal)))
        {
            return sniffed == "application/zip";
        }

        if (type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/json" or "application/xml" or "image/svg+xml")
        {
            // Plain text may begin with BM or MZ; a picture and a program have a zero byte besides.
            return (sniffed is null or "image/bmp" or "application/x-executable")
                && Utf8.IsValid(content) && !content.Contains((byte)0);
        }

        return sniffed is null;
    }

    private static string? Sniff(ReadOnlySpan<byte> content)
    {
        foreach (var (type, start) in Known)
        {
            if (StartsWith(content, start))
            {
                return type;
            }
        }

        return null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> content, string start)
    {
        if (content.Length < start.Length)
        {
            return false;
        }

        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] != ' ' && content[i] != start[i])
            {
                return false;
            }
        }

        return true;
    }
}
