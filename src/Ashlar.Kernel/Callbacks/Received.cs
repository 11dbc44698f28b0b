using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Kernel;

/// <summary>What an outside service has sent and proven.</summary>
/// <param name="Element">The action that it starts.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Memory">How long it is known again.</param>
internal sealed record Received(string Element, byte[] Body, TimeSpan Memory)
{
    /// <summary>
    /// One delivery of what was sent. What is stored tells neither what it is called nor what it says: both are hashed, the
    /// body with the name as the key. No other answer is stored under such an id.
    /// </summary>
    public Delivered Named<T>(T delivery)
    {
        var name = Encoding.UTF8.GetBytes(Convert.ToString(delivery, CultureInfo.InvariantCulture) ?? "");
        return new(
            SHA256.HashData([.. Encoding.UTF8.GetBytes($"callback {Element} "), .. name]),
            HMACSHA256.HashData(name, Body),
            Memory);
    }
}

/// <summary>A delivery as it is stored.</summary>
/// <param name="Id">Under what its answer is stored.</param>
/// <param name="Fingerprint">By what the same delivery is known again.</param>
/// <param name="Memory">How long it is known again.</param>
internal sealed record Delivered(byte[] Id, byte[] Fingerprint, TimeSpan Memory);
