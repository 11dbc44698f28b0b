using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Kernel;

/// <summary>What a schema is known by: the hash of its text without comments, line by line. Ashlar counts the same.</summary>
internal static class SchemaHash
{
    public static string Of(string schema)
    {
        var lines = schema.Split('\n')
            .Select(line => line.Split("-- ")[0].Trim())
            .Where(line => line.Length > 0);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
