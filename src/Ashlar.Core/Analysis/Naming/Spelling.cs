using System.Text;

namespace Ashlar.Core.Analysis.Naming;

/// <summary>How a name of the model is spelt in the database and in C#: names that differ here may be the same there.</summary>
internal static class Spelling
{
    /// <summary>`startsAt` and `StartsAt` are `starts_at`, `HTTPServer` is `http_server`.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && StartsWord(name, i))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>`unitPrice` is `UnitPrice`.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static bool StartsWord(string name, int i) =>
        name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
