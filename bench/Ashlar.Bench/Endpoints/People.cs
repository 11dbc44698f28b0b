using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Bench.Endpoints;

/// <summary>The accounts of the workload: readers, who have orders, and clerks, who write products.</summary>
internal static class People
{
    public const int Readers = 16;

    public static Person Reader(int index) => new(index % Readers);

    public static Person Clerk(int index) => new(Readers + index % Readers);

    public static IEnumerable<Person> All => Enumerable.Range(0, 2 * Readers).Select(index => new Person(index));
}

/// <summary>One account, signed in.</summary>
internal sealed record Person(int Index)
{
    public Guid Id => ShopIds.Person(Index);

    public bool IsClerk => Index >= People.Readers;

    public string Email => string.Create(CultureInfo.InvariantCulture, $"person{Index}@bench.example");

    public string Token => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Email)));

    /// <summary>What the system keeps of the token.</summary>
    public byte[] TokenHash => SHA256.HashData(Encoding.ASCII.GetBytes(Token));
}
