using Ashlar.Core;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Analysis;

public sealed class AllowanceTests
{
    private const string Reason = "// allow public-write: a contact form";

    [Theory]
    [InlineData("", new[] { "public-write" })]
    [InlineData(Reason, new string[0])]
    [InlineData($"{Reason}\n    // what people send us", new string[0])]
    [InlineData($"{Reason}\n\n", new string[0])]
    [InlineData("// allow public-write", new[] { "allow-without-reason", "public-write" })]
    [InlineData("// allow public-write:   ", new[] { "allow-without-reason", "public-write" })]
    [InlineData("// allow unbounded-list: no list here", new[] { "useless-allow", "public-write" })]
    [InlineData("// allow public-wriet: misspelt", new[] { "useless-allow", "public-write" })]
    [InlineData("// allow no-access-rule: an error", new[] { "useless-allow", "public-write" })]
    [InlineData("/// allow public-write: documentation is no allowance", new[] { "dangling-documentation", "public-write" })]
    [InlineData("// we allow public-write: in the middle of a sentence", new[] { "public-write" })]
    public void An_allowance_covers_the_line_below_it(string comment, string[] codes) =>
        Assert.Equal(codes, CodesOf(Model($"    {comment}\n")));

    [Fact]
    public void An_allowance_covers_only_that_line() =>
        Assert.Equal(["useless-allow", "public-write"], CodesOf(Model($"    {Reason}\n    read to anyone\n")));

    [Fact]
    public void Several_allowances_may_stand_above_one_line() =>
        Assert.Equal(["useless-allow"], CodesOf(Model($"    // allow access-matches-null: none here\n    {Reason}\n")));

    [Fact]
    public void A_text_that_looks_like_an_allowance_is_none()
    {
        var model = Model("").Replace("A desk", $"{Reason}", StringComparison.Ordinal);
        Assert.Equal(["public-write"], CodesOf(model));
    }

    [Fact]
    public void In_a_model_with_errors_no_allowance_is_called_useless()
    {
        var model = Model("    // allow unbounded-list: no list here\n").Replace("text max", "txt max", StringComparison.Ordinal);
        Assert.DoesNotContain("useless-allow", CodesOf(model));
        Assert.NotEmpty(CodesOf(model));
    }

    private static string Model(string above) =>
        $$"""
        system Desk { title "A desk" }

        entity Message {
          text: text max 2000

          access {
        {{above}}    create to anyone
          }
        }

        api Web { path "/api"   expose Message { create } }
        """;

    private static IEnumerable<string> CodesOf(string text) =>
        Compilation.Create([new SourceFile("model.ashlar", text)]).Diagnostics.Select(found => found.Code);
}
