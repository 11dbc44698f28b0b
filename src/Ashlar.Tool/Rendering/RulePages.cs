using System.Reflection;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Rendering;

/// <summary>The pages of all findings: those about models, and those about files, ports and databases.</summary>
internal static class RulePages
{
    private static readonly SortedDictionary<string, string> ByCode = new(
        Of(typeof(Rule).Assembly).Concat(Of(typeof(RulePages).Assembly)).ToDictionary(),
        StringComparer.Ordinal);

    /// <summary>All codes in ordinal order.</summary>
    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    public static Page? Find(string code) => ByCode.TryGetValue(code, out var text) ? Page.Parse(text) : null;

    public static IReadOnlyList<string> Nearest(string code) => NearestNames.Of(code, ByCode.Keys);

    private static IEnumerable<KeyValuePair<string, string>> Of(Assembly home) =>
        from type in home.GetTypes()
        where type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract
        let text = Read(home, RuleCatalogue.ResourceOf(type))
        where text.Length > 0
        select KeyValuePair.Create(Rule.CodeOf(type), text);

    private static string Read(Assembly home, string resource)
    {
        using var stream = home.GetManifestResourceStream(resource);
        return stream is null ? "" : new StreamReader(stream).ReadToEnd();
    }
}
