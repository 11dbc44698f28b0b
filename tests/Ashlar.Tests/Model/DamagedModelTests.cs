using System.Text.RegularExpressions;
using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Model;

/// <summary>Whatever is missing or stands twice, the binder reports it and goes on.</summary>
public sealed partial class DamagedModelTests
{
    /// <summary>Every word would take half a minute; the step has no factor with anything that repeats in a model.</summary>
    private const int Step = 31;

    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    [InlineData("conduit")]
    public void A_model_without_one_of_its_words_is_bound(string example)
    {
        var whole = Text(example);
        var words = Words(whole);
        for (var i = 0; i < words.Count; i += Step)
        {
            Compile(whole.Remove(words[i].Start, words[i].Length));
        }
    }

    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    [InlineData("conduit")]
    public void A_model_with_two_words_exchanged_is_bound(string example)
    {
        var whole = Text(example);
        var words = Words(whole);
        for (var i = Step / 2; i < words.Count; i += Step)
        {
            // A step that has no factor with the usual counts reaches every word.
            var (from, other) = (words[i], words[i * 7919 % words.Count]);
            Compile(whole.Remove(from.Start, from.Length).Insert(from.Start, whole.Substring(other.Start, other.Length)));
        }
    }

    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    [InlineData("conduit")]
    public void A_model_with_a_line_too_little_or_too_much_is_bound(string example)
    {
        var lines = Text(example).Split('\n');
        for (var i = 0; i < lines.Length; i += 6)
        {
            Compile(string.Join('\n', lines.Where((_, index) => index != i)));
            Compile(string.Join('\n', lines.Take(i + 1).Concat(lines.Skip(i))));
        }
    }

    [Theory]
    [InlineData("type T{0} = T{1}", "type T{0} = text max 9")]
    [InlineData(
        "function F{0} {{ input {{ n: int }} gives bool {{ F{1}(n: n) }} }}",
        "function F{0} {{ input {{ n: int }} gives bool {{ n > 0 }} }}")]
    [InlineData("shape S{0} of E = S{1} with {{ k{0}: name }}", "entity E {{ name: text max 9 }} shape S{0} of E {{ name }}")]
    [InlineData("entity E{0} {{ list: E{1}[] owned max 9   access as e{2} }}", "entity E{0} {{ n: int   access as e{2} }}")]
    public void A_long_row_of_declarations_ends_in_a_finding_in_either_order(string link, string end)
    {
        var rows = Enumerable.Range(1, 3000).Select(i => string.Format(null, link, i, i - 1, i + 1)).ToList();
        rows.Insert(0, string.Format(null, end, 0, -1, 1));
        Assert.Contains("chain-too-long", Codes(string.Join('\n', rows)));
        rows.Reverse();
        Assert.Contains("chain-too-long", Codes(string.Join('\n', rows)));
    }

    [Fact]
    public void A_circle_of_owners_is_bound()
    {
        const string text = "entity A { b: B[] owned max 9   access as b }   entity B { a: A[] owned max 9   access as a }";
        Assert.DoesNotContain("chain-too-long", Codes(text));
    }

    private static IReadOnlyList<string> Codes(string text) => [.. Models.Compile(text).Diagnostics.Select(found => found.Code)];

    private static void Compile(string text)
    {
        var compilation = Compilation.Create([new SourceFile("model.ashlar", text)]);
        Assert.All(compilation.Diagnostics, found => Assert.InRange(found.Location.Span.End, 0, text.Length));
        Assert.All(compilation.Diagnostics, found => Assert.NotEqual("", found.Message));
    }

    private static string Text(string example) =>
        string.Join('\n', Repository.Files($"examples/{example}/model", "*.ashlar").Select(Repository.Read));

    private static IReadOnlyList<(int Start, int Length)> Words(string text) =>
        [.. Word().Matches(text).Select(match => (match.Index, match.Length))];

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Word();
}
