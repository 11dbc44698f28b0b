using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Syntax;

/// <summary>Actions written with the habits of other languages.</summary>
public sealed class ActionHabitTests
{
    private const int MostRuns = 10;

    [Theory]
    [InlineData("order.total = 5;", "set order.total = 5")]
    [InlineData("order.status = Placed", "move order.status to Placed")]
    [InlineData("order.status = other.status", "set order.status = other.status")]
    [InlineData("total = a.b * 2", "let total = a.b * 2")]
    [InlineData("order.total += 5", "set order.total = order.total + 5")]
    [InlineData("set a.b *= c + 1", "set a.b = a.b * (c + 1)")]
    [InlineData("set a.b -= (c)", "set a.b = a.b - (c)")]
    [InlineData("a.b++", "set a.b = a.b + 1")]
    [InlineData("set a.b == c", "set a.b = c")]
    [InlineData("set a.b to c", "set a.b = c")]
    [InlineData("set a.b := c", "set a.b = c")]
    [InlineData("set a.b = c, a.d = e", "set a.b = c\nset a.d = e")]
    [InlineData("update a { b: c, d: e + 1 }", "set a.b = c\nset a.d = e + 1")]
    [InlineData("update a.b = c", "set a.b = c")]
    [InlineData("let a := b", "let a = b")]
    [InlineData("let a: decimal(12, 2) = b", "let a = b")]
    [InlineData("const a = b", "let a = b")]
    [InlineData("var a: int = b", "let a = b")]
    [InlineData("set a.b = now()", "set a.b = now")]
    [InlineData("move a.b = C", "move a.b to C")]
    [InlineData("move a.b -> C", "move a.b to C")]
    [InlineData("create new A { b: c }", "create A { b: c }")]
    [InlineData("new A { b: c }", "create A { b: c }")]
    [InlineData("insert into A { b: c }", "create A { b: c }")]
    [InlineData("create A(b: c)", "create A { b: c }")]
    [InlineData("create A { b = c, d }", "create A { b: c, d: d }")]
    [InlineData("let a = create B { c: d }", "create B { c: d } as a")]
    [InlineData("const a = new M.B(c: d)", "create M.B { c: d } as a")]
    [InlineData("emit A with { b: c }", "emit A { b: c }")]
    [InlineData("move a.b to \"Placed\"", "move a.b to Placed")]
    [InlineData("remove a.b", "delete a.b")]
    [InlineData("add A { b: c }", "create A { b: c }")]
    [InlineData("add M.A { b: c }", "create M.A { b: c }")]
    [InlineData("a.b.delete()", "delete a.b")]
    [InlineData("a.b = c\na.save()", "set a.b = c")]
    [InlineData("publish A { b: c }", "emit A { b: c }")]
    [InlineData("emit A(b: c)", "emit A { b: c }")]
    [InlineData("call A { b: c }", "run A { b: c }")]
    [InlineData("A(b: c, d: 1)", "run A { b: c, d: 1 }")]
    [InlineData("M.A()", "run M.A { }")]
    [InlineData("await run A { }", "run A { }")]
    [InlineData("run A", "run A { }")]
    [InlineData("assert a > 0 else B \"c\"", "require a > 0 else B \"c\"")]
    [InlineData("require a else B: \"c\"", "require a else B \"c\"")]
    [InlineData("require a else throw B(\"c\")", "require a else B \"c\"")]
    [InlineData("require a else B, \"c\"", "require a else B \"c\"")]
    [InlineData("require a B \"c\"", "require a else B \"c\"")]
    [InlineData("require B \"c\" { a > 0 }", "require a > 0 else B \"c\"")]
    [InlineData("check B \"c\" { a > 0 }", "require a > 0 else B \"c\"")]
    [InlineData("foreach a in b { delete a }", "for a in b { delete a }")]
    [InlineData("foreach (var a in b) { delete a }", "for a in b { delete a }")]
    [InlineData("for (const a of b.c) { delete a; }", "for a in b.c { delete a }")]
    [InlineData("for each a in b where a.c { delete a }", "for a in b where a.c { delete a }")]
    [InlineData("if a && !b then { delete a }", "if a and not b { delete a }")]
    [InlineData("if a { delete a } elif b { delete b } elseif c { delete c } else { delete d }",
        "if a { delete a } else if b { delete b } else if c { delete c } else { delete d }")]
    [InlineData("if (a) delete a\ndelete b", "if (a) { delete a }\ndelete b")]
    [InlineData("for a in b delete a", "for a in b { delete a }")]
    [InlineData("if a\n      delete a\n    delete b", "if a {\n  delete a\n}\ndelete b")]
    [InlineData("delete a\nreturn a", "delete a")]
    [InlineData("delete a\nreturn { a: a }", "delete a")]
    public void A_habit_of_statements_is_mended(string written, string expected) => AssertMended(
        $"action A {{\n  do {{\n    {written}\n  }}\n}}",
        $"action A {{\n  do {{\n    {expected.Replace("\n", "\n    ", StringComparison.Ordinal)}\n  }}\n}}\n");

    [Theory]
    [InlineData("action A {\n  body { delete a }\n}", "action A {\n  do { delete a }\n}\n")]
    [InlineData("action A {\n  params { a: int }\n}", "action A {\n  input { a: int }\n}\n")]
    [InlineData("action A {\n  on B as b\n}", "action A {\n  start on B as b\n}\n")]
    [InlineData("action A {\n  check B \"c\" { a > 0 }\n}", "action A {\n  require a > 0 else B \"c\"\n}\n")]
    [InlineData("action A {\n  delete a\n  b.c = d\n}", "action A {\n  do {\n    delete a\n    set b.c = d\n  }\n}\n")]
    [InlineData("action A {\n  access signed in\n}", "action A {\n  access to signed in\n}\n")]
    [InlineData("action A(a: B, c: int? max 3) {\n  do { delete a }\n}",
        "action A {\n  input { a: B, c: int? max 3 }\n  do    { delete a }\n}\n")]
    [InlineData("action A() {\n  do { delete a }\n}", "action A {\n  do { delete a }\n}\n")]
    [InlineData("event A(b: B, c: decimal(12, 2))", "event A { b: B   c: decimal(12, 2) }\n")]
    [InlineData("event A per b (b: B)", "event A per b { b: B }\n")]
    [InlineData("action A {\n  access to B or C, D\n}", "action A {\n  access to B, C, D\n}\n")]
    [InlineData("action A {\n  start when B as b\n}", "action A {\n  start on B as b\n}\n")]
    [InlineData("action A {\n  access { to B where c == caller }\n}", "action A {\n  access to B where c == caller\n}\n")]
    [InlineData("action A {\n  access {\n    to B\n    to C\n  }\n}", "action A {\n  access to B\n  access to C\n}\n")]
    [InlineData("action A {\n  access: to B\n  do: { delete a }\n}", "action A {\n  access to B\n  do     { delete a }\n}\n")]
    [InlineData("entity A { access { read to B or C } }", "entity A { access { read to B, C } }\n")]
    [InlineData("event A { b: int, c: int }", "event A { b: int   c: int }\n")]
    public void A_habit_of_actions_is_mended(string written, string expected) => AssertMended(written, expected);

    [Theory]
    [InlineData("throw new Error(\"x\")", "foreign-statement")]
    [InlineData("throw Empty", "foreign-statement")]
    [InlineData("let a = run B { c: d }", "foreign-statement")]
    [InlineData("while a > 0 {\n  a.b = 1\n}", "foreign-statement")]
    [InlineData("try {\n  delete a\n}", "foreign-statement")]
    [InlineData("if a {\n  return\n}", "foreign-statement")]
    [InlineData("a.notify(b)", "foreign-statement")]
    [InlineData("return", "foreign-statement")]
    public void What_has_no_form_in_a_model_is_one_finding(string text, string code)
    {
        var tree = Corpus.Parse($"action A {{\n  do {{\n    {text}\n    delete z\n  }}\n}}");
        Assert.Equal(code, string.Join(", ", tree.Diagnostics.Select(found => found.Code)));
    }

    [Theory]
    [InlineData("start each day at \"03:00\"", "unknown-word")]
    [InlineData("start every", "missing-name")]
    [InlineData("start every day", "missing-word")]
    [InlineData("start every week at \"03:00\"", "missing-word")]
    [InlineData("start at \"/x\"", "missing-word")]
    [InlineData("start at \"/x\" verified by", "missing-name")]
    [InlineData("start at \"/x\" verified by hmac of A.b hex", "missing-word")]
    [InlineData("start at \"/x\" verified by hmac of A.b header \"X\" hex", "missing-word")]
    [InlineData("start on", "missing-name")]
    [InlineData("access { to B", "missing-punctuation")]
    [InlineData("access { run to B }", "missing-word")]
    public void A_part_that_is_none_is_one_finding(string text, string code)
    {
        var tree = Corpus.Parse($"action A {{\n  {text}\n  do {{ delete z }}\n}}");
        Assert.Equal(code, string.Join(", ", tree.Diagnostics.Select(found => found.Code)));
    }

    [Fact]
    public void Foreign_words_are_names_where_nothing_foreign_is_meant()
    {
        var tree = Corpus.Parse("""
            action A {
              do {
                let now = call.update
                set return.throw = new
                delete publish
                for const in var { delete of }
                run raise.Raise { check: 1, await: insert }
              }
            }
            """);
        Assert.Empty(tree.Diagnostics);
    }

    private static void AssertMended(string written, string expected)
    {
        IReadOnlyList<SourceFile> files = [new SourceFile("a.ashlar", written)];
        Assert.NotEmpty(Parser.Parse(files[0]).Diagnostics);
        for (var run = 0; run < MostRuns && Parser.Parse(files[0]).Diagnostics.Length > 0; run++)
        {
            files = FixApplier.ApplySafe(files, Parser.Parse(files[0]).Diagnostics).Files;
        }

        Assert.Equal(expected, Formatter.Format(Parser.Parse(files[0])));
    }
}
