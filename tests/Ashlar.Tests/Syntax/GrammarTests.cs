using System.Reflection;
using System.Text.RegularExpressions;
using Ashlar.Core.Syntax;
using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Syntax;

/// <summary>The grammar for people and the parser say the same, as far as names can tell.</summary>
public sealed partial class GrammarTests
{
    private static readonly IReadOnlyDictionary<string, string> Productions = Read(Repository.Read("docs/language/grammar.md"));

    private static readonly HashSet<string> Methods =
    [
        .. typeof(Parser).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(method => method.Name)
            .Where(name => name.StartsWith("Parse", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_production_is_a_method_of_the_parser()
    {
        Assert.NotEmpty(Productions);
        Assert.Equal([], Productions.Keys.Where(name => !Methods.Contains(MethodOf(name))));
    }

    [Fact]
    public void Every_name_that_a_production_uses_is_a_production() =>
        Assert.Equal([], Productions.Values.SelectMany(NamesIn).Distinct().Where(name => !Productions.ContainsKey(name)));

    [Fact]
    public void Every_word_of_the_language_is_in_the_grammar()
    {
        var text = string.Join("\n", Productions.Values);
        var words = new[]
        {
            Vocabulary.Declarations, Vocabulary.Members, Vocabulary.Modifiers, Vocabulary.Operations, Vocabulary.Endpoints,
            Vocabulary.Reserved, Vocabulary.Comprehensions, Vocabulary.ActionParts, Vocabulary.Statements,
            Vocabulary.ScenarioParts, Vocabulary.Requests, Vocabulary.SlotParts, Vocabulary.Decisions,
            Vocabulary.WorkflowParts, Vocabulary.StepParts, Vocabulary.WaitParts, Vocabulary.ChoiceParts,
        };
        Assert.Equal([], words.SelectMany(set => set.All).Where(word => !text.Contains($"\"{word}\"", StringComparison.Ordinal)));
    }

    private static string MethodOf(string production) =>
        "Parse" + string.Concat(production.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static Dictionary<string, string> Read(string page) =>
        Blocks().Matches(page).SelectMany(block => Production().Matches(block.Groups["text"].Value))
            .ToDictionary(found => found.Groups["name"].Value, found => found.Groups["body"].Value, StringComparer.Ordinal);

    private static IEnumerable<string> NamesIn(string body) =>
        Name().Matches(Quoted().Replace(body, "")).Select(found => found.Value);

    [GeneratedRegex("```ebnf\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^(?<name>[a-z-]+) = (?<body>.*?) ;$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Production();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[a-z][a-z-]*[a-z]\b|\b[a-z]\b")]
    private static partial Regex Name();
}
