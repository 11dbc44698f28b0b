using Ashlar.Core.Syntax;

namespace Ashlar.Tests.Syntax;

public sealed class ScenarioLayoutTests
{
    [Theory]
    [InlineData("scenario\"A\"{ }", "scenario \"A\" { }\n")]
    [InlineData("scenario \"A\"{as a{read b}}", "scenario \"A\" { as a { read b } }\n")]
    [InlineData("scenario \"A\" { given a:A,b : B as C,D{ e:1 } as a{ read b run E{ f:b }fails G } then a.b==1 }", """
        scenario "A" {
          given a: A, b: B as C, D { e: 1 }
          as a {
            read b
            run E { f: b } fails G
          }
          then a.b == 1
        }

        """)]
    [InlineData("scenario \"A\" {\ngiven a: A,\nb: B\nas a { create C { d: [1,2],\ne: { f: 3 } } as g\nupdate g { } } }", """
        scenario "A" {
          given a: A, b: B
          as a {
            create C {
              d: [1, 2],
              e: { f: 3 }
            } as g
            update g { }
          }
        }

        """)]
    [InlineData("scenario \"A\" { when  A gives{b:1}  when M.A fails  B 2  times when A never   answers then c }", """
        scenario "A" {
          when A gives { b: 1 }
          when M.A fails B 2 times
          when A never answers
          then c
        }

        """)]
    [InlineData("scenario \"A\" { after  3d   together { as a{ read c } as b through M.N{ delete c } }exactly one succeeds }", """
        scenario "A" {
          after 3d
          together {
            as a { read c }
            as b through M.N { delete c }
          } exactly one succeeds
        }

        """)]
    [InlineData("scenario \"A\" { // all\n// one\ngiven a: A // b\n\n\nas a { // c\nread b // d\n// e\n}\n// last\n}", """
        scenario "A" {  // all
          // one
          given a: A  // b

          as a {  // c
            read b  // d
            // e
          }
          // last
        }

        """)]
    [InlineData("scenario \"A\" { }\nscenario \"B\" { }", "scenario \"A\" { }\nscenario \"B\" { }\n")]
    public void A_layout_is_the_canonical_one(string written, string expected)
    {
        Assert.Equal(expected, Format(written));
        Assert.Equal(expected, Format(expected));
    }

    [Fact]
    public void A_long_line_of_given_rows_goes_on_with_the_next_row()
    {
        var one = "one: Something { name: \"A name of some length\", other: \"another\" }";
        var two = "two: Something { name: \"A name of some length\", other: \"another\" }";
        Assert.Equal(
            $"scenario \"A\" {{\n  given {one},\n    {two}\n  then one == two\n}}\n",
            Format($"scenario \"A\" {{ given {one}, {two} then one == two }}"));
    }

    [Fact]
    public void A_long_condition_goes_on_at_its_operators()
    {
        var left = "count(a in somethings where a.quantity > 1000) > 10 and someCondition == otherCondition";
        Assert.Equal(
            $"scenario \"A\" {{\n  then {left}\n    or {left}\n}}\n",
            Format($"scenario \"A\" {{ then {left} or {left} }}"));
    }

    private static string Format(string text) => Formatter.Format(Corpus.Parse(text));
}
