namespace Ashlar.Core.Diagnostics;

/// <summary>The article of a name in a sentence, by how the name is spoken.</summary>
internal static class Article
{
    private static readonly string[] SpokenWithConsonant = ["eu", "one", "once", "ubi", "uni", "url", "us", "ut", "uu"];

    private static readonly string[] SpokenWithVowel = ["heir", "honest", "honor", "honour", "hour"];

    /// <summary>The name in backticks behind its article: ``an `Account` ``, ``a `uuid` ``.</summary>
    public static string Of(string name) => $"{(BeginsWithVowel(name) ? "an" : "a")} `{name}`";

    private static bool BeginsWithVowel(string name) =>
        Begins(name, SpokenWithVowel)
        || (name.Length > 0 && "aeiouAEIOU".Contains(name[0], StringComparison.Ordinal) && !Begins(name, SpokenWithConsonant));

    private static bool Begins(string name, string[] beginnings) =>
        Array.Exists(beginnings, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
