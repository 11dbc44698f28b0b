using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ashlar.SystemTesting;

/// <summary>The tokens of the people in the tests: known in advance, so that nobody has to sign in.</summary>
public static class TestToken
{
    private const string Nobody = "nobody";

    /// <summary>The token that somebody sends; nobody sends none.</summary>
    public static string? Of(string actor) =>
        actor == Nobody ? null : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(actor)));

    /// <summary>What the database keeps of it.</summary>
    public static byte[] HashOf(string actor) => SHA256.HashData(Encoding.ASCII.GetBytes(Of(actor) ?? ""));
}
