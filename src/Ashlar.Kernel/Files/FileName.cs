using System.Collections.Frozen;

namespace Ashlar.Kernel;

/// <summary>What a browser calls a file that it saves. No name that a client sent comes back to another.</summary>
internal static class FileName
{
    private static readonly FrozenDictionary<string, string> Extensions = new Dictionary<string, string>
    {
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        ["image/gif"] = ".gif",
        ["image/webp"] = ".webp",
        ["image/tiff"] = ".tiff",
        ["image/bmp"] = ".bmp",
        ["application/pdf"] = ".pdf",
        ["application/zip"] = ".zip",
        ["application/gzip"] = ".gz",
        ["application/json"] = ".json",
        ["application/xml"] = ".xml",
        ["application/epub+zip"] = ".epub",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["application/vnd.oasis.opendocument.text"] = ".odt",
        ["application/vnd.oasis.opendocument.spreadsheet"] = ".ods",
        ["audio/mpeg"] = ".mp3",
        ["audio/wav"] = ".wav",
        ["video/mp4"] = ".mp4",
        ["text/plain"] = ".txt",
        ["text/csv"] = ".csv",
        ["text/markdown"] = ".md",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of the field with the extension of the media type, where there is a usual one.</summary>
    public static string Of(string field, string mediaType) => field + Extensions.GetValueOrDefault(mediaType, "");
}
