using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>How the lock recognises what ashlar wrote.</summary>
internal static class ContentHash
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Bytes(string text) => Utf8.GetBytes(text);

    public static string Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Of(string text) => Of(Bytes(text));
}
