using System.Globalization;
using System.Reflection;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Tool.Commands;

namespace Ashlar.Tests.Diagnostics;

/// <summary>The text of docs/diagnostics.md: every finding with the first sentence of its page.</summary>
internal static class DiagnosticIndex
{
    private const string Opening = """
        # Findings

        Every finding has a code, a page and, where there is one right edit, a fix. `ashlar explain CODE` prints the page: why it
        matters, models that fail, models that pass, and how to mend it. `ashlar fix` applies the safe fixes: those that keep the
        meaning or mend text that did not check. `ashlar fix --unsafe` applies the others too.

        An error stops generation, a warning does not. When a warning does not matter, say so in a line of its own above the line
        that it marks, with the reason:

            // allow cascade-across-modules: a review says nothing without its book
            book: Catalog.Book on delete cascade

        An allowance without a reason, or one that allows nothing any more, is a finding itself. Errors cannot be allowed.

        """;

    private static readonly (string Title, string Folder)[] Groups =
    [
        ("Reading the text", "Ashlar.Core.Syntax"),
        ("Names, types and expressions", "Ashlar.Core.Model"),
        ("The model as a whole", "Ashlar.Core.Analysis"),
        ("Changes of the model", "Ashlar.Core.Plan"),
        ("Files and folders", "Ashlar.Tool"),
    ];

    public static string Text()
    {
        var text = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        foreach (var (title, folder) in Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| code | | |\n|---|---|---|\n");
            foreach (var rule in Rules().Where(rule => IsIn(rule.GetType(), folder)))
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"| `{rule.Code}` | {$"{rule.Severity}".ToLowerInvariant()} | {FirstSentence(rule)} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Those that belong to no group, of which there are to be none.</summary>
    public static IEnumerable<string> Ungrouped() =>
        Rules().Where(rule => !Groups.Any(group => IsIn(rule.GetType(), group.Folder))).Select(rule => rule.Code);

    private static IEnumerable<Rule> Rules() => Assemblies()
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
        .Select(type => (Rule)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.Code, StringComparer.Ordinal);

    private static Assembly[] Assemblies() => [typeof(Rule).Assembly, typeof(CommandLine).Assembly];

    private static bool IsIn(Type type, string folder) =>
        type.Namespace?.StartsWith(folder + ".", StringComparison.Ordinal) == true;

    private static string FirstSentence(Rule rule)
    {
        using var stream = rule.GetType().Assembly.GetManifestResourceStream(RuleCatalogue.ResourceOf(rule.GetType()));
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        var reason = Page.Parse(reader.ReadToEnd()).Reason.Split("\n\n")[0].Replace('\n', ' ');
        var end = reason.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? reason : reason[..(end + 1)]).Replace("|", "\\|", StringComparison.Ordinal);
    }
}
