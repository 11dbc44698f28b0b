using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ashlar.SystemTesting;

/// <summary>The tokens of the people in the tests: known in advance, so that nobody has to sign in.</summary>
public static class TestToken
{
    /// <summary>The token that somebody sends.</summary>
    public static string Of(string actor) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(actor)));

    /// <summary>What the database keeps of it.</summary>
    public static byte[] HashOf(string actor) => SHA256.HashData(Encoding.ASCII.GetBytes(Of(actor)));
}
