using System.Text;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>SQL of ours with other names: every identifier outside of a text literal that the map has.</summary>
internal static class RenamedText
{
    public static string Of(string sql, IReadOnlyDictionary<string, string> names)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sql.Length;)
        {
            var end = EndOf(sql, i);
            var token = sql[i..end];
            var name = token.Trim('"');
            text.Append(names.TryGetValue(name, out var renamed) ? Quote(renamed) : token);
            i = end;
        }

        return text.ToString();
    }

    /// <summary>Whether the name stands in the text as an identifier.</summary>
    public static bool Mentions(string sql, string name)
    {
        for (var i = 0; i < sql.Length;)
        {
            var end = EndOf(sql, i);
            if (string.Equals(sql[i..end].Trim('"'), name, StringComparison.Ordinal))
            {
                return true;
            }

            i = end;
        }

        return false;
    }

    private static int EndOf(string sql, int start)
    {
        var end = start + 1;
        if (sql[start] is '\'' or '"')
        {
            while (end < sql.Length && sql[end] != sql[start])
            {
                end++;
            }

            return Math.Min(end + 1, sql.Length);
        }

        while (IsLetter(sql[start]) && end < sql.Length && IsLetter(sql[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
