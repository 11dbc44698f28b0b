using System.Text;

namespace Ashlar.Core.Text;

/// <summary>How a name of the model is spelt elsewhere: in C#, in the database, in routes and in prose.</summary>
public static class Spelling
{
    /// <summary>`unitPrice` as `UnitPrice`: types and members.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>`UnitPrice` as `unitPrice`: parameters and fields.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>`startsAt` and `StartsAt` as `starts_at`, `HTTPServer` as `http_server`: databases.</summary>
    public static string Snake(string name) => Join(name, '_');

    /// <summary>`OrderLine` as `order-line`: routes, codes, names of containers.</summary>
    public static string Kebab(string name) => Join(name, '-');

    /// <summary>`OrderLine` as `order line`: prose.</summary>
    public static string Spaced(string name) => Join(name, ' ');

    private static string Join(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i))
            {
                text.Append(separator);
            }

            text.Append(name[i] == '_' ? separator : char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>A word starts at a capital letter; a run of capitals is one word.</summary>
    private static bool StartsWord(string name, int i) =>
        char.IsUpper(name[i])
        && name[i - 1] != '_'
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
