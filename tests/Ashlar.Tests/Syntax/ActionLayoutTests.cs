using Ashlar.Core.Syntax;

namespace Ashlar.Tests.Syntax;

public sealed class ActionLayoutTests
{
    [Theory]
    [InlineData("action A{ do{ } }", "action A { do { } }\n")]
    [InlineData("action A {\nstart on B as b input{ c : int }\naccess internal require c>0 else D \"d\" do { } }", """
        action A {
          start   on B as b
          input   { c: int }
          access  internal
          require c > 0 else D "d"
          do      { }
        }

        """)]
    [InlineData("action A {\ninput{ b : C }\ninput changes  of C{d,e} input M . F { g }\ndo { apply changes to b } }", """
        action A {
          input { b: C }
          input changes of C { d, e }
          input M.F { g }
          do    { apply changes to b }
        }

        """)]
    [InlineData("action A {\nstart at \"/x\" verified   by hmac of B.c header \"X-S\" hex once by d do { } }", """
        action A {
          start at "/x" verified by hmac of B.c header "X-S" hex once by d
          do    { }
        }

        """)]
    [InlineData(
        "action A {\nstart at \"/callbacks/payments/settled\" verified by hmac of Payments.callbackKey, Payments.other "
        + "header \"X-Signature\" base64 timestamp \"X-Time\" within 5m once by delivery unknown members ignored do { } }",
        """
        action A {
          start at "/callbacks/payments/settled"
            verified by hmac of Payments.callbackKey, Payments.other header "X-Signature" base64
            timestamp "X-Time" within 5m
            once by delivery
            unknown members ignored
          do { }
        }

        """)]
    [InlineData("action A {\nstart every week on Monday at \"09:00\" missed run all do { } }", """
        action A {
          start every week on Monday at "09:00" missed run all
          do    { }
        }

        """)]
    [InlineData("action A { do { let a=1\nset b.c=2 create D{ e:f }as g for h in i{ delete h } if j{ } } }", """
        action A {
          do {
            let a = 1
            set b.c = 2
            create D { e: f } as g
            for h in i { delete h }
            if  j { }
          }
        }

        """)]
    [InlineData("action A { do { let a=1\nmove b.c to D\nrequire e else F \"g\"\nif h{ } } }", """
        action A {
          do {
            let  a = 1
            move b.c to D
            require e else F "g"
            if   h { }
          }
        }

        """)]
    [InlineData("action A { do { for a in b { delete a   delete c } } }", """
        action A {
          do {
            for a in b {
              delete a
              delete c
            }
          }
        }

        """)]
    [InlineData("action A { do { if a { delete b } else if c { delete d } else { delete e } } }",
        "action A { do { if a { delete b } else if c { delete d } else { delete e } } }\n")]
    [InlineData("action A { do { if a { delete b } else if c { delete d } else {\n delete e } } }", """
        action A {
          do {
            if a {
              delete b
            } else if c {
              delete d
            } else {
              delete e
            }
          }
        }

        """)]
    [InlineData("action A {\ndo { // all\ndelete b // one\n// two\ndelete c\n\n\ndelete d\n// last\n}\n}", """
        action A {
          do {  // all
            delete b  // one
            // two
            delete c

            delete d
            // last
          }
        }

        """)]
    [InlineData("event A per b{ b:B c:int }", "event A per b { b: B   c: int }\n")]
    [InlineData("event A{ }\nevent B{ }", "event A { }\nevent B { }\n")]
    [InlineData("api A { run B,C.D\nexpose E { read\ncreate with f\nrun G,H { reply I of j } run K } }", """
        api A {
          run B, C.D
          expose E {
            read
            create with f
            run    G, H { reply I of j }
            run    K
          }
        }

        """)]
    public void A_layout_is_the_canonical_one(string written, string expected)
    {
        Assert.Equal(expected, Format(written));
        Assert.Equal(expected, Format(expected));
    }

    [Fact]
    public void A_long_requirement_goes_on_at_its_else() =>
        Assert.Equal(
            "action A {\n"
            + "  require count(l in somethings where l.quantity > 1000) > 10 and someCondition == otherCondition\n"
            + "    else TooFew \"There are too few of them.\"\n"
            + "  do { }\n}\n",
            Format("action A {\n  require count(l in somethings where l.quantity > 1000) > 10 and someCondition == "
                + "otherCondition else TooFew \"There are too few of them.\"\n  do { }\n}"));

    [Fact]
    public void A_long_choice_has_a_line_for_each_case() =>
        Assert.Equal(
            "action A {\n  do {\n"
            + "    let hours = if priority == Urgent then 1h\n"
            + "      else if organisation.plan == Enterprise then 4h\n"
            + "      else if organisation.plan == Business then 8h\n"
            + "      else 48h\n  }\n}\n",
            Format("action A {\n  do {\n    let hours = if priority == Urgent then 1h else if organisation.plan == Enterprise "
                + "then 4h else if organisation.plan == Business then 8h else 48h\n  }\n}"));

    [Fact]
    public void A_long_loop_opens_its_block_first() =>
        Assert.Equal(
            "action A {\n  do {\n"
            + "    for something in somethings where something.quantity > 1000 sort something.position {\n"
            + "      run Treat { something: something }\n    }\n  }\n}\n",
            Format("action A { do { for something in somethings where something.quantity > 1000 sort something.position "
                + "{ run Treat { something: something } } } }"));

    private static string Format(string text)
    {
        var tree = Corpus.Parse(text);
        Assert.Empty(tree.Diagnostics);
        return Formatter.Format(tree);
    }
}
