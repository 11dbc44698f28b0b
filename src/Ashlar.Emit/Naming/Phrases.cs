using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Naming;

/// <summary>Names of the model in sentences.</summary>
internal static class Phrases
{
    /// <summary>`order line`.</summary>
    public static string Noun(ElementName name) => Spelling.Spaced(name.Name);

    /// <summary>`order lines`.</summary>
    public static string Plural(Entity entity) => Spelling.Spaced(entity.Plural);

    /// <summary>`an order line`.</summary>
    public static string One(ElementName name) => WithArticle(Noun(name));

    /// <summary>`title, price and format`.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };

    private static string WithArticle(string noun) =>
        "aeiou".Contains(noun[0], StringComparison.Ordinal) ? $"an {noun}" : $"a {noun}";
}
