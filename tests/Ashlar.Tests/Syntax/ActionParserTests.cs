using Ashlar.Core.Model;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Tests.Syntax;

public sealed class ActionParserTests
{
    [Theory]
    [InlineData("let a = b * 2", "(let a (Multiply b Integer:2))")]
    [InlineData("set a.b = now", "(set a b now)")]
    [InlineData("set a.b.c = d.e", "(set (. a b) c (. d e))")]
    [InlineData("set first(a in B where a.c == d).e = null", "(set (First a B where (Equal (. a c) d)) e null)")]
    [InlineData("move a.status to Placed", "(move a status Placed)")]
    [InlineData("move a.status from Draft, Paid to Placed", "(move a status from Draft from Paid Placed)")]
    [InlineData("move a.status from\ndelete b", "(move a status from  ) (delete b)", "missing-name")]
    [InlineData("create A { b: c, d: e.f }", "(create A { b=c d=(. e f) })")]
    [InlineData("create M.A { } as b", "(create M.A { } as b)")]
    [InlineData("delete a", "(delete a)")]
    [InlineData("emit A { b: c }", "(emit A { b=c })")]
    [InlineData("run A { }", "(run A { })")]
    [InlineData("require a > 0 else B \"c\"", "(require (Greater a Integer:0) B saying c)")]
    [InlineData("require if a then b else c else D \"e\"", "(require (if a b c) D saying e)")]
    [InlineData("for a in B { }", "(for a B {  })")]
    [InlineData("for a in b.c where a.d sort a.e desc, a.f limit 9 { delete a }",
        "(for a (. b c) where (. a d) sort (. a e) desc sort (. a f) limit 9 { (delete a) })")]
    [InlineData("if a == B { delete a }", "(if (Equal a B) { (delete a) })")]
    [InlineData("if a == { b: 1 } { delete a }", "(if (Equal a { b=Integer:1 }) { (delete a) })")]
    [InlineData("if any(a in b: a.c == { }) { }", "(if (Any a b select (Equal (. a c) { })) {  })")]
    [InlineData("if a { } else if b { delete a } else { delete b }",
        "(if a {  } { (if b { (delete a) } { (delete b) }) })")]
    [InlineData("authenticate A { b: c } as d else E \"f\"", "(authenticate A { b=c } as d E saying f)")]
    [InlineData("authenticate A { b: c } else E \"f\"   sign in d", "(authenticate A { b=c } E saying f) (sign in d)")]
    [InlineData("add a to b.c   remove a.d from b.e.f", "(add a b c) (remove (. a d) (. b e) f)")]
    [InlineData("apply changes to a.b", "(apply (. a b))")]
    [InlineData("apply changes\ndelete a", "(apply ?) (delete a)", "missing-word")]
    [InlineData("apply changes to\ndelete a", "(apply ?) (delete a)", "missing-expression")]
    [InlineData("grant A to b.c   revoke M.A from caller", "(grant A (. b c)) (revoke M.A caller)")]
    [InlineData("let let = set set set.set = let delete delete run Run { run: run }",
        "(let let set) (set set set let) (delete delete) (run Run { run=run })")]
    [InlineData("let\na\n=\nb\nset\na\n.\nb\n=\nc", "(let a b) (set a b c)")]
    [InlineData("let a =\nset a.b = 1", "(let a ?) (set a b Integer:1)", "missing-expression")]
    [InlineData("set a.b\nmove a.c to D", "(set a b ?) (move a c D)", "missing-punctuation")]
    [InlineData("set a = 1\ndelete a", "(set a  Integer:1) (delete a)", "missing-name")]
    [InlineData("move a.b\ndelete a", "(move a b ) (delete a)", "missing-word")]
    [InlineData("move a.b to\ndelete a", "(move a b ) (delete a)", "missing-name")]
    [InlineData("create A\ndelete a", "(create A { }) (delete a)", "missing-punctuation")]
    [InlineData("delete\nemit A { }", "(delete ?) (emit A { })", "missing-expression")]
    [InlineData("require a B \"c\"", "(require a B saying c)", "missing-word")]
    [InlineData("require a else \"c\"", "(require a  saying c)", "missing-name")]
    [InlineData("require a else B\ndelete a", "(require a B) (delete a)", "missing-text")]
    [InlineData("for a in { delete a }", "(for a ? { (delete a) })", "missing-expression")]
    [InlineData("for a b { delete a }", "(for a b { (delete a) })", "missing-word")]
    [InlineData("for a in b where { delete a }", "(for a b where ? { (delete a) })", "missing-expression")]
    [InlineData("for a in b delete a", "(for a b { (delete a) })", "missing-punctuation")]
    [InlineData("for a in b delete a }", "(for a b { (delete a) })", "missing-punctuation")]
    [InlineData("    for a in b\n      delete a\n      delete b\n    delete c",
        "(for a b { (delete a) (delete b) }) (delete c)", "missing-punctuation")]
    [InlineData("    if a\n      delete a\n    else\n      delete b\n    delete c",
        "(if a { (delete a) } { (delete b) }) (delete c)", "missing-punctuation, missing-punctuation")]
    [InlineData("for a in b\n  delete a\n}\ndelete b", "(for a b { (delete a) }) (delete b)", "missing-punctuation")]
    [InlineData("if { delete a }", "(if ? { (delete a) })", "missing-expression")]
    [InlineData("if a == { delete a }", "(if (Equal a ?) { (delete a) })", "missing-expression")]
    [InlineData("if a b { delete a }", "(if a { (delete a) })", "unexpected-text")]
    [InlineData("grant A b", "(grant A b)", "missing-word")]
    [InlineData("delet a\ndelete b", "(delete b)", "unknown-word")]
    [InlineData("a.b = c\ndelete b", "(set a b c) (delete b)", "assignment-without-set")]
    [InlineData(") delete a\ndelete b", "(delete b)", "unexpected-text")]
    public void A_statement_is_read(string text, string expected, string findings = "")
    {
        var tree = Corpus.Parse($"action A {{\n  do {{\n{text}\n  }}\n}}\nentity Last {{ }}\n");
        Assert.Equal(findings, string.Join(", ", tree.Diagnostics.Select(found => found.Code)));
        Assert.Equal(expected, StatementText.Of(Assert.IsType<ActionSyntax>(tree.Root.Declarations[0]).Body));
        Assert.Equal("Last", tree.Root.Declarations[^1].Name.Text);
    }

    [Fact]
    public void An_action_has_its_parts()
    {
        var tree = Corpus.Parse("""
            /// The customer confirms.
            public action Place {
              input   { order: Order, note: text? max 200 }
              access  to signed in where order.customer == caller
              access  to Editor, M.Manager
              access  internal
              start   on Paid as paid
              start   on M.Paid as other
              require order.total > 0 else Empty "An order needs a line."
              require order.open else Closed "It is closed."
              do { delete order }
            }
            """);
        Assert.Empty(tree.Diagnostics);
        var action = Assert.IsType<ActionSyntax>(Assert.Single(tree.Root.Declarations));
        Assert.True(action.IsPublic);
        Assert.Equal("The customer confirms.", action.Documentation);
        Assert.Equal(["order", "note"], action.Inputs.Select(input => input.Name.Text));
        Assert.Equal(
            [AudienceKind.SignedIn, AudienceKind.Roles], action.Access.Take(2).Select(access => access.Audience));
        Assert.Equal("(Equal (. order customer) caller)", ExpressionText.Of(Assert.IsAssignableFrom<ExpressionSyntax>(
            action.Access[0].Where)));
        Assert.Equal("Editor M.Manager", string.Join(" ", action.Access[1].Roles));
        Assert.Equal([false, false, true], action.Access.Select(access => access.IsInternal));
        Assert.Equal(["Paid paid", "M.Paid other"], action.Starts.Select(start => $"{start.Event} {start.As.Text}"));
        Assert.Equal(
            "(require (Greater (. order total) Integer:0) Empty saying An order needs a line.)"
            + " (require (. order open) Closed saying It is closed.)",
            StatementText.Of(action.Requires));
        Assert.Equal("(delete order)", StatementText.Of(action.Body));
    }

    [Fact]
    public void An_event_has_fields_and_may_say_what_keeps_its_order()
    {
        var tree = Corpus.Parse("public event A per b { b: B   c: decimal(12, 2) min 0 }\nevent D { }");
        Assert.Empty(tree.Diagnostics);
        var one = Assert.IsType<EventSyntax>(tree.Root.Declarations[0]);
        Assert.True(one.IsPublic);
        Assert.Equal("b", one.Per?.Text);
        Assert.Equal(["b", "c"], one.Fields.Select(field => field.Name.Text));
        Assert.Null(Assert.IsType<EventSyntax>(tree.Root.Declarations[1]).Per);
    }

    [Fact]
    public void An_api_runs_actions_about_a_row_and_about_none()
    {
        var tree = Corpus.Parse("""
            api Shop {
              run CloseDay, M.OpenDay
              expose Order {
                read
                run Place, Cancel { reply OrderPage of order }
                run Send
                update
              }
              run Late { reply Page }
            }
            """);
        Assert.Empty(tree.Diagnostics);
        var api = Assert.IsType<ApiSyntax>(Assert.Single(tree.Root.Declarations));
        Assert.Equal("CloseDay, M.OpenDay, Late Page", TextOf(api.Runs));
        var expose = Assert.Single(api.Exposes);
        Assert.Equal("Place OrderPage order, Cancel OrderPage order, Send", TextOf(expose.Runs));
        Assert.Equal(["Read", "Update"], expose.Endpoints.Select(endpoint => $"{endpoint.Kind}"));
    }

    [Theory]
    [InlineData("action A { input { a: int }  access signed in  do { } }", "missing-word")]
    [InlineData("action A { access to }", "missing-name")]
    [InlineData("action A {\n  access to\n  start on B as b\n}", "missing-name")]
    [InlineData("action A { start on B }", "missing-word")]
    [InlineData("action A { start on B b }", "missing-word")]
    [InlineData("action A { input { a: int }  input { b: int } }", "repeated-part")]
    [InlineData("action A { do { delete a }  do { delete b } }", "repeated-part")]
    [InlineData("action A {\n  input { a: int\n  access to anyone\n  do { }\n}", "missing-closing-brace")]
    [InlineData("action A {\n  do {\n    delete a\n}\nentity B { }", "missing-closing-brace")]
    [InlineData("action A {\n  do {\n    delete a\n  start on B as b\n}", "missing-closing-brace")]
    [InlineData("action A {\n  something { delete a }\n  do { }\n}", "unknown-word")]
    [InlineData("action {\n  do { }\n}", "missing-name")]
    [InlineData("event A per { b: int }", "missing-name")]
    [InlineData("event A { b: int, c: int }", "stray-comma")]
    [InlineData("event A { b int }", "missing-colon")]
    [InlineData("api A { expose B { run } }", "missing-name")]
    [InlineData("api A { expose B {\n  run C {\n    reply\n  }\n  read\n} }", "missing-name")]
    [InlineData("api A { expose B {\n  run C { with D }\n  read\n} }", "unknown-word")]
    public void A_fault_is_one_finding(string text, string code) =>
        Assert.Equal(code, string.Join(", ", Corpus.Parse(text).Diagnostics.Select(found => found.Code)));

    [Fact]
    public void Statements_may_stand_only_so_deep()
    {
        static string Nested(int depth) =>
            "action A { do { " + string.Concat(Enumerable.Repeat("if a { ", depth)) + new string('}', depth)
            + " } }\nentity B { }";
        Assert.Empty(Corpus.Parse(Nested(60)).Diagnostics);
        var tree = Corpus.Parse(Nested(9_000));
        Assert.Equal(["nested-too-deeply"], tree.Diagnostics.Select(found => found.Code));
        Assert.Equal("B", tree.Root.Declarations[^1].Name.Text);
    }

    [Fact]
    public void Branches_may_follow_each_other_only_so_often()
    {
        var text = "action A { do { if a { } " + string.Concat(Enumerable.Repeat("else if a { } ", 9_000)) + " } }";
        Assert.Equal(["nested-too-deeply"], Corpus.Parse(text).Diagnostics.Select(found => found.Code).Distinct());
    }

    private static string TextOf(IEnumerable<RunEndpointSyntax> runs) =>
        string.Join(", ", runs.Select(run => $"{run.Action} {ReplyOf(run)}".TrimEnd()));

    private static string ReplyOf(RunEndpointSyntax run) =>
        run.Reply?.Value is ReplyRowSyntax row ? $"{row.Shape} {row.Source?.Text}".TrimEnd() : "";
}
