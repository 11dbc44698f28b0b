using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Kernel;

/// <summary>What a schema is known by: the hash of its text without comments, line by line. Ashlar counts the same.</summary>
internal static class SchemaHash
{
    public static string Of(string schema)
    {
        var lines = Uncommented(schema).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>SQL without what stands behind `-- `, which inside of a text literal is no comment.</summary>
    public static string Uncommented(string sql)
    {
        var text = new StringBuilder(sql.Length);
        var isLiteral = false;
        for (var i = 0; i < sql.Length; i++)
        {
            if (!isLiteral && sql.AsSpan(i).StartsWith("-- ", StringComparison.Ordinal))
            {
                var end = sql.IndexOf('\n', i);
                i = end < 0 ? sql.Length : end;
            }

            if (i < sql.Length)
            {
                isLiteral ^= sql[i] == '\'';
                text.Append(sql[i]);
            }
        }

        return text.ToString();
    }
}
