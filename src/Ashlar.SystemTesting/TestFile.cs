using System.Text;

namespace Ashlar.SystemTesting;

/// <summary>Makes small files that are what their media type says, and some that are not.</summary>
public static class TestFile
{
    private static readonly Dictionary<string, string> Starts = new(StringComparer.Ordinal)
    {
        ["image/png"] = "\u0089PNG\r\n\u001a\n",
        ["image/jpeg"] = "\u00ff\u00d8\u00ff\u00e0",
        ["image/gif"] = "GIF89a",
        ["image/webp"] = "RIFF\u0010\0\0\0WEBP",
        ["image/tiff"] = "II*\0",
        ["image/bmp"] = "BM\u0046\0\0\0",
        ["application/pdf"] = "%PDF-1.7\n",
        ["application/zip"] = "PK\u0003\u0004",
        ["application/gzip"] = "\u001f\u008b\u0008",
        ["application/x-executable"] = "\u007fELF",
        ["audio/mpeg"] = "ID3\u0004",
        ["audio/wav"] = "RIFF\u0010\0\0\0WAVE",
        ["video/mp4"] = "\0\0\0\u0018ftypmp42",
    };

    private static readonly string[] Zipped =
        ["application/vnd.openxmlformats-", "application/vnd.oasis.opendocument.", "application/epub+zip"];

    /// <summary>A file of a type.</summary>
    public static byte[] Of(string type) => Encoding.Latin1.GetBytes(StartOf(type) + "A small file.");

    /// <summary>A file of another type than it is called.</summary>
    public static byte[] Lying(string type) => Of(type == "application/pdf" ? "text/plain" : "application/pdf");

    private static string StartOf(string type) => Array.Exists(Zipped, start => type.StartsWith(start, StringComparison.Ordinal))
        ? Starts["application/zip"]
        : Starts.GetValueOrDefault(type, "");
}
