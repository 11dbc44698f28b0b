using System.Collections.Immutable;
using System.Reflection;

namespace Ashlar.Core.Diagnostics;

/// <summary>Every kind of diagnostic there is, found by its class, with its page.</summary>
public static class RuleCatalogue
{
    private static readonly Lazy<ImmutableSortedDictionary<string, Rule>> ByCode = new(FindRules);

    /// <summary>All rules by code, ordinal.</summary>
    public static IEnumerable<Rule> All => ByCode.Value.Values;

    /// <summary>The rule with a code, or null.</summary>
    public static Rule? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    /// <summary>Existing codes that a misspelt one may have meant, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string code) => NearestNames.Of(code, ByCode.Value.Keys);

    /// <summary>The page beside the rule's class; null where it is missing, which the tests do not let pass.</summary>
    public static Page? PageOf(Rule rule)
    {
        var text = ReadResource(ResourceOf(rule.GetType()));
        return text is null ? null : Page.Parse(text);
    }

    /// <summary>What `ashlar explain CODE` prints: the page, or null where no rule has the code.</summary>
    public static string? Explain(string code) => Find(code) is { } rule ? PageOf(rule)?.Text : null;

    /// <summary>The name under which a rule's page is embedded.</summary>
    public static string ResourceOf(Type rule) => $"pages/{rule.Name}.md";

    /// <summary>The names of all embedded pages, those without a rule too.</summary>
    public static IEnumerable<string> PageResources() =>
        Home.GetManifestResourceNames().Where(name => name.StartsWith("pages/", StringComparison.Ordinal));

    private static Assembly Home => typeof(RuleCatalogue).Assembly;

    private static ImmutableSortedDictionary<string, Rule> FindRules() =>
        Home.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
            .Select(type => (Rule)(Activator.CreateInstance(type) ?? throw new InvalidOperationException(type.Name)))
            .ToImmutableSortedDictionary(rule => rule.Code, rule => rule, StringComparer.Ordinal);

    private static string? ReadResource(string name)
    {
        using var stream = Home.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
