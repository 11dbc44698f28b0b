using Ashlar.Core.Syntax;

namespace Ashlar.Tests.Syntax;

/// <summary>Whatever the text is: parsing does not throw, and the tokens with their trivia are the text.</summary>
public sealed class LosslessTests
{
    private const int Seeds = 60;

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", ",", ".", "?", "??", "=", "==", "->", "-", "--", "/", "/*", "*/", "//",
        "///", "#", ";", "@id",
        "\"", "\"\"\"", "'", "\\", "\\\"", "{{", "\"{", "\n", "\r\n", "\t", "\0", "\ud83d", "\ude00", "\ufeff",
        "\u202e", "é", "<", "<>", "|",
        "||", "&&", "!", "%", "99999999999999999999999", "1.5", "12abc", "5 days", "entity", "entity X {", "public",
        "access", "check",
        "where", "if", "then", "else", "not", "any(", "count(x)", "first(a in b sort c", "a.b.c(", "state {",
        "sample", "pattern \"",
        "matches pattern \"\\", "to", "text", "computed {", "on delete", "unique", "is", "in",
        "action A { do {", "let", "set a.b", "move", "create A {", "emit", "run", "require a", "for a in", "if a {", "grant",
        "as", "foreach (", "return", "throw", "await", "+=", ":=", "event", "start on", "elif", "check A \"b\" {",
        "scenario \"A\" {", "given a:", "as a {", "read a", "update a {", "fails", "then a", "after 3d", "together {",
        "exactly one", "through",
        "view A {", "from A as", "group by a as b", "select {", "keep where", "limit", "all rows because",
        "expose view", "gives [",
    ];

    public static TheoryData<string> Texts =>
    [
        "", " ", "\n", "\ufeff", "\ufeff///x", "\0", "PK\u0003\u0004\0\0\0", "\ud800", "\udc00\ud800", "\r", "///",
        "\"", "'", "\"\"\"",
        "\"\"\"\"\"\"", "/*", "/**/", "--", "#", "{", "}", "entity", "entity A", "entity A {", "public", "@", "@(",
        "sample a: B { c: \"{",
        "enum E { , }", "shape A of B { , }", "api A { expose B { list { filter a: } } }",
        "function F { gives { } }", "type T = [",
        "entity A { b: [[[[ }", "entity A { b?: }", "entity A { b: C<D }", "entity A { b: C | }", "entity A { b: c = x ? y }",
        "entity A { check B \"\" { a.b() } }", "entity A { check B \"\" { length( } }", "entity A { @@id([a, b]) }",
        "\"\\", "\"\\u{", "'\\",
        "action", "action A { do", "action A { do { let", "action A { do { set a.b", "action A { do { create A", "action A { on",
        "action A { do { for (", "action A { do { for (const", "action A { do { a.b +=", "action A { do { a.b(", "action A { a =",
        "action A { do { return", "action A { do { require a else B(\"",
        "action A { check A \"b\" {", "action A { input { a: int do {",
        "event A per", "api A { run", "api A { expose B { run C, {", "action A { do { await", "action A { do { set a {",
        "view", "view A {", "view A { from", "view A { from A as", "view A { group", "view A { group by a as",
        "view A { select {",
        "view A { keep", "view A { all rows", "view A { limit", "api A { expose view", "scenario \"A\" { as a { read B gives",
        "scenario", "scenario \"", "scenario \"A\" { given a", "scenario \"A\" { given a: B as", "scenario \"A\" { given a: B,",
        "scenario \"A\" { as", "scenario \"A\" { as a {", "scenario \"A\" { as a { create",
        "scenario \"A\" { as a { read b fails",
        "scenario \"A\" { then", "scenario \"A\" { after", "scenario \"A\" { together {", "scenario \"A\" { together { } exactly",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_small_text_is_kept(string text) => AssertKept(text);

    [Fact]
    public void Any_prefix_of_a_model_is_kept()
    {
        foreach (var file in Corpus.Files)
        {
            // An odd stride ends prefixes at every kind of place and keeps the test quick.
            for (var length = 0; length < file.Text.Length; length += 7)
            {
                AssertKept(file.Text[..length]);
            }
        }
    }

    [Fact]
    public void A_model_without_one_line_or_with_one_twice_is_kept()
    {
        foreach (var file in Corpus.Files)
        {
            var lines = file.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                AssertKept(string.Join('\n', lines[..i].Concat(lines[(i + 1)..])));
                AssertKept(string.Join('\n', lines[..i].Append(lines[i]).Concat(lines[i..])));
            }
        }
    }

    [Fact]
    public void A_model_with_random_changes_is_kept()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var text = Corpus.Files[seed % Corpus.Files.Count].Text;
            for (var change = 0; change < 12; change++)
            {
                text = Changed(text, random);
                AssertKept(text);
            }
        }
    }

    [Fact]
    public void Random_pieces_are_kept()
    {
        for (var seed = 0; seed < Seeds * 4; seed++)
        {
            var random = new Random(seed);
            var pieces = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Piece(random));
            AssertKept(string.Join(random.Next(3) == 0 ? "" : " ", pieces));
        }
    }

    private static void AssertKept(string text)
    {
        var tree = Corpus.Parse(text);
        Assert.Equal(text, Corpus.Print(tree));
        Assert.Equal(TokenKind.EndOfFile, tree.Tokens[^1].Kind);
        Assert.All(tree.Diagnostics, found => Assert.InRange(found.Location.Span.End, 0, text.Length));
    }

    private static string Changed(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(12), text.Length - at);
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Remove(at, length).Insert(random.Next(text.Length - length + 1), text.Substring(at, length)),
            _ => text.Insert(at, Piece(random)),
        };
    }

    private static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];
}
