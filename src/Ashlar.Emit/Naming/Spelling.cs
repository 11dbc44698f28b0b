using System.Text;

namespace Ashlar.Emit.Naming;

/// <summary>Names in the spellings that files other than C# use.</summary>
internal static class Spelling
{
    /// <summary>`OrderLine` as `order-line`: routes, codes, names of containers and databases.</summary>
    public static string Kebab(string name) => Join(name, '-');

    /// <summary>`OrderLine` as `order_line`: databases.</summary>
    public static string Snake(string name) => Join(name, '_');

    /// <summary>`OrderLine` as `order line`: prose.</summary>
    public static string Spaced(string name) => Join(name, ' ');

    private static string Join(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && IsStart(name, i))
            {
                text.Append(separator);
            }

            text.Append(name[i] == '_' ? separator : char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static bool IsStart(string name, int index) =>
        char.IsUpper(name[index])
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])))
        && name[index - 1] != '_';
}
