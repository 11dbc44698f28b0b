using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Tests.Syntax;

public sealed class ScenarioParserTests
{
    [Theory]
    [InlineData("given a: A", "(given a A)")]
    [InlineData("given a: M.A as B, C { d: 1 }, e: E\ngiven f: F as G, h: H",
        "(given a M.A as B+C { d=Integer:1 }) (given e E) (given f F as G) (given h H)")]
    [InlineData("given a: A,\n  b: B { c: a }", "(given a A) (given b B { c=a })")]
    [InlineData("given a: A\nas a { }", "(given a A) (as a {  })")]
    [InlineData("as a through M.B { read c   delete d }", "(as a through M.B { (Read c) (Delete d) })")]
    [InlineData("as a { create B { c: d } as e\nupdate e { f: null } fails G }",
        "(as a { (Create B { c=d } as e) (Update e { f=null } fails G) })")]
    [InlineData("as a { create M.B { } fails C as d   run M.D { } fails E   run F { } }",
        "(as a { (Create M.B { } as d fails C) (Run M.D { } fails E) (Run F { }) })")]
    [InlineData("as read { read read   run run { run: run } }", "(as read { (Read read) (Run run { run=run }) })")]
    [InlineData("then a.b == C and d\nthen e", "(then (And (Equal (. a b) C) d)) (then e)")]
    [InlineData("then if a\nthen b\nelse c\nthen d", "(then (if a b c)) (then d)")]
    [InlineData("after 3d\nafter 1 month", "(after Duration:3.00:00:00) (after Months:1)")]
    [InlineData("together { as a { read b }   as c { delete d } } exactly one succeeds\nthen e",
        "(together (as a { (Read b) }) (as c { (Delete d) })) (then e)")]
    [InlineData("when A gives { b: 1 }\nwhen M.A fails B 2 times\nwhen A never answers 3 times\nwhen A gives 5\nthen c",
        "(when A gives { b=Integer:1 }) (when M.A fails B 2 times) (when A never answers 3 times)"
        + " (when A gives Integer:5) (then c)")]
    [InlineData("when A\nthen b", "(when A never answers) (then b)", "missing-word")]
    [InlineData("when A fails\nthen b", "(when A fails ) (then b)", "missing-name")]
    [InlineData("when A fails B 2\nthen c", "(when A fails B 2 times) (then c)", "missing-word")]
    [InlineData("when A never\nthen b", "(when A never answers) (then b)", "missing-word")]
    [InlineData("when A gives\nthen b", "(when A gives ?) (then b)", "missing-expression")]
    [InlineData("given: A\nthen a", "(given  ) (then a)", "missing-name")]
    [InlineData("given a A\nthen a", "(given a A) (then a)", "missing-colon")]
    [InlineData("given M.A { }\nthen a", "(given  M.A { }) (then a)", "missing-name")]
    [InlineData("given a: A,\nthen a", "(given a A) (then a)", "stray-comma")]
    [InlineData("given a:\nthen a", "(given a ) (then a)", "missing-name")]
    [InlineData("given a: A { b: 1\nas c { read d }", "(given a A { b=Integer:1 }) (as c { (Read d) })", "missing-punctuation")]
    [InlineData("as { read a }\nthen b", "(as  { (Read a) }) (then b)", "missing-name")]
    [InlineData("as a {\n  read b\nthen c", "(as a { (Read b) }) (then c)", "missing-closing-brace")]
    [InlineData("as a\n  read b\n}\nthen c", "(as a { (Read b) }) (then c)", "missing-punctuation")]
    [InlineData("as a { create B\nread c }", "(as a { (Create B { }) (Read c) })", "missing-punctuation")]
    [InlineData("as a {\n  create B { c: 1\n  read d\n}",
        "(as a { (Create B { c=Integer:1 }) (Read d) })", "missing-punctuation")]
    [InlineData("as a {\n  create B { c: [1 as d\n  read d\n}",
        "(as a { (Create B { c=[Integer:1] } as d) (Read d) })", "missing-punctuation")]
    [InlineData("as a {\n  delete\n  read b fails\n  read c\n}", "(as a { (Delete ) (Read b fails ) (Read c) })",
        "missing-name")]
    [InlineData("as a {\n  reed b\n  read c\n}", "(as a { (Read c) })", "unknown-word")]
    [InlineData("as a { delete b { } }\nthen c", "(as a { (Delete b) }) (then c)", "unexpected-text")]
    [InlineData("as a { read B { c: 1 } gives [{ d: 2 }] }", "(as a { (Read B { c=Integer:1 } gives [{ d=Integer:2 }]) })", "")]
    [InlineData("as a { read B gives [] fails C }", "(as a { (Read B gives [] fails C) })", "")]
    [InlineData("as a { delete b gives [] }", "(as a { (Delete b) })", "unknown-word")]
    [InlineData("as a { read b fails C fails D }", "(as a { (Read b fails D) })", "repeated-part")]
    [InlineData("then\nas a { read b }", "(then ?) (as a { (Read b) })", "missing-expression")]
    [InlineData("then (a == b\nthen c", "(then (Equal a b)) (then c)", "missing-punctuation")]
    [InlineData("then a b\nthen c", "(then a) (then c)", "unknown-word")]
    [InlineData("after\nthen a", "(after ?) (then a)", "missing-expression")]
    [InlineData("after 3 days\nthen a", "(after Duration:3.00:00:00) (then a)", "unknown-unit")]
    [InlineData("as a {\n  create B\n    c: { d: 1 }\n  }\n  read e\n}",
        "(as a { (Create B { }) (Read e) })", "missing-punctuation")]
    [InlineData("as a {\n  create B {\n    c: d: 1 },\n    e: [f]\n  } as g\n  read g\n}",
        "(as a { (Create B { c=d } as g) (Read g) })", "unexpected-text")]
    [InlineData("given a: A b: 1 }, c: C { d: e] }\nthen f", "(given a A { }) (given c C { d=e }) (then f)",
        "missing-punctuation, missing-punctuation")]
    [InlineData("together {\n  as a { read b\n} exactly one succeeds\nthen c",
        "(together (as a { (Read b) })) (then c)", "missing-closing-brace")]
    [InlineData("together { as a { read b } }\nthen c", "(together (as a { (Read b) })) (then c)", "missing-word")]
    [InlineData("together { as a { read b } } exactly one\nthen c", "(together (as a { (Read b) })) (then c)", "missing-word")]
    [InlineData("together {\n  given a: A\n  then b", "(together ) (given a A) (then b)", "missing-closing-brace")]
    [InlineData("together { read b\nas c { read d } } exactly one succeeds", "(together (as c { (Read d) }))", "unknown-word")]
    [InlineData("whenn a\nthen b", "(then b)", "unknown-word")]
    [InlineData(") a\nthen b", "(then b)", "unexpected-text")]
    public void A_part_is_read(string text, string expected, string findings = "")
    {
        var tree = Corpus.Parse($"scenario \"One\" {{\n{text}\n}}\nscenario \"Last\" {{ }}\n");
        Assert.Equal(findings, string.Join(", ", tree.Diagnostics.Select(found => found.Code)));
        Assert.Equal(expected, ScenarioText.Of(Assert.IsType<ScenarioSyntax>(tree.Root.Declarations[0])));
        Assert.Equal("Last", Assert.IsType<ScenarioSyntax>(tree.Root.Declarations[^1]).Title?.Value);
    }

    [Fact]
    public void A_scenario_is_named_by_its_title()
    {
        var tree = Corpus.Parse("/// Why.\nscenario \"A customer\" { }\n");
        Assert.Empty(tree.Diagnostics);
        var scenario = Assert.IsType<ScenarioSyntax>(Assert.Single(tree.Root.Declarations));
        Assert.Equal("A customer", scenario.Title?.Value);
        Assert.True(scenario.Name.IsMissing);
        Assert.Equal("\"A customer\"", tree.Source.Slice(scenario.Name.Span));
        Assert.Equal("Why.", scenario.Documentation);
    }

    [Theory]
    [InlineData("scenario { }", "missing-text")]
    [InlineData("scenario Placing { }", "missing-text")]
    [InlineData("public scenario \"A\" { }", "misplaced-public")]
    [InlineData("scenario \"A\" {\n  as a {\n    read b", "missing-closing-brace")]
    [InlineData("entity A {\n  b: int\nscenario \"A\" { }", "missing-closing-brace")]
    [InlineData("entity A { scenario: text   given: int   as: int }", "")]
    [InlineData("senario \"A\" { }", "unknown-declaration")]
    public void A_declaration_is_read(string text, string findings)
    {
        var tree = Corpus.Parse(text);
        Assert.Equal(findings, string.Join(", ", tree.Diagnostics.Select(found => found.Code)));
        Assert.Equal(text, Corpus.Print(tree));
    }
}
