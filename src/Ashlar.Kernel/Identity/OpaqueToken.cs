using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Kernel;

/// <summary>256 random bits that only the client keeps; the database holds their SHA-256.</summary>
internal static class OpaqueToken
{
    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool IsWellFormed(string token) =>
        token.Length == Base64Url.GetEncodedLength(Bytes) && Base64Url.IsValid(token);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
