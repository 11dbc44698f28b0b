using Ashlar.Core;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Plan;

/// <summary>What a plan says, in the words in which it says it, and how grave it takes it.</summary>
public sealed class ConsequenceTests
{
    private const string Frame = """
        system Shop { title "Shop" }
        module Sales
        role Clerk granted by Clerk
        enum Tier { Bronze, Silver }
        entity Account principal { email: email unique  access { read to signed in where this == caller } }
        entity Customer {
          name: text max 200
          tier: Tier
          visits: int
          status: state { initial Open  Open -> Closed  Closed -> Open }
          access { read to Clerk  read { name } to signed in  delete to Clerk where status == Closed }
        }
        action Close { input { customer: Customer } access to Clerk do { move customer.status to Closed } }
        api Web { path "/api"  expose Customer { list { sort name } read delete } }
        """;

    private const string Callback = """
        config Bank { key: secret min 16 }
        action Pay {
          start at "/paid" verified by hmac of Bank.key header "X-S" hex once by id unknown members ignored
          input { id: text max 9 }
          do { for one in Customer where one.visits == 0 sort one.name limit 9 { set one.visits = 1 } }
        }

        """;

    [Theory]
    [InlineData("name: text max 200", "name: text max 100", ConsequencePart.Behaviour, ChangeClass.Breaking,
        "`Customer.name` has at most 100 characters; rows that break it stop the migration, and are listed")]
    [InlineData("tier: Tier\n", "tier: Tier?\n", ConsequencePart.Data, ChangeClass.Additive, "`Customer.tier` may be absent")]
    [InlineData("tier: Tier\n", "tier: Tier?\n", ConsequencePart.Api, ChangeClass.Breaking,
        "`tier` in the reply of `GET /api/customers` may be null")]
    [InlineData("tier: Tier\n", "tier: Tier  note: text? max 9 = \"a\"\n", ConsequencePart.Data, ChangeClass.Additive,
        "`Customer.note` is new; rows without one get `\"a\"`")]
    [InlineData("tier: Tier\n", "tier: Tier  note: text? max 9\n", ConsequencePart.Data, ChangeClass.Additive,
        "`Customer.note` is new; rows that exist have none")]
    [InlineData("tier: Tier\n", "tier: int\n", ConsequencePart.Data, ChangeClass.Destructive,
        "`Customer.tier` is `int` instead of `Tier`; nobody has said what its values become")]
    [InlineData("visits: int", "visits: long", ConsequencePart.Data, ChangeClass.Additive,
        "`Customer.visits` is `long` instead of `int`; every value fits")]
    [InlineData("Bronze, Silver", "Bronze, Silver, Gold", ConsequencePart.Api, ChangeClass.Behavioural,
        "`tier` of `GET /api/customers` may be `Gold`, which a client may not know")]
    [InlineData("list { sort name } read delete", "list { sort name } read", ConsequencePart.Api, ChangeClass.Breaking,
        "`DELETE /api/customers/{id}` is gone")]
    [InlineData("list { sort name }", "list", ConsequencePart.Api, ChangeClass.Breaking,
        "`GET /api/customers` cannot be sorted by `name` any more")]
    [InlineData("entity Customer {", "entity Reader was Customer {", ConsequencePart.Api, ChangeClass.Breaking,
        "`GET /api/customers` is `GET /api/readers` now; the old address is not found")]
    [InlineData("read { name } to signed in", "read { name, tier } to signed in", ConsequencePart.Security,
        ChangeClass.Behavioural, "whoever is signed in can read `tier` of `Customer`")]
    [InlineData("delete to Clerk where status == Closed", "delete to Clerk", ConsequencePart.Security, ChangeClass.Breaking,
        "a `Clerk` can no longer delete `Customer` where `status == Closed`")]
    [InlineData("delete to Clerk where status == Closed", "delete to Clerk", ConsequencePart.Security, ChangeClass.Behavioural,
        "a `Clerk` can delete `Customer`")]
    [InlineData("access to Clerk do", "access to signed in do", ConsequencePart.Security, ChangeClass.Behavioural,
        "whoever is signed in can run `Close`")]
    [InlineData("path \"/api\"", "path \"/api\" origins \"https://a.example\"", ConsequencePart.Security, ChangeClass.Behavioural,
        "pages of `https://a.example` can call `Web` from a browser")]
    [InlineData("api Web", Callback + "api Web", ConsequencePart.Security, ChangeClass.Behavioural,
        "whoever has `Bank.key` can run `Pay` at `POST /paid`")]
    [InlineData("api Web", Callback + "api Web", ConsequencePart.Security, ChangeClass.Behavioural,
        "`POST /paid` passes over members that it does not know")]
    [InlineData("Closed -> Open", "", ConsequencePart.Behaviour, ChangeClass.Breaking,
        "`Customer.status` can no longer go from `Closed` to `Open`")]
    [InlineData("Bronze, Silver", "Bronze, Gold was Silver", ConsequencePart.Data, ChangeClass.Additive,
        "the value `Tier.Silver` is called `Gold`; every row follows")]
    public void A_change_is_said(string old, string now, ConsequencePart part, ChangeClass grade, string text)
    {
        var changed = Frame.Replace(old, now, StringComparison.Ordinal);
        changed = changed.Replace("{ customer: Customer }", changed.Contains("entity Reader", StringComparison.Ordinal)
            ? "{ customer: Reader }" : "{ customer: Customer }", StringComparison.Ordinal);
        changed = changed.Contains("entity Reader", StringComparison.Ordinal)
            ? changed.Replace("expose Customer", "expose Reader", StringComparison.Ordinal)
            : changed;
        var plan = ChangePlan.Of(Compile(Frame), Compile(changed));
        var said = plan.Consequences.Where(one => one.Part == part);
        Assert.Contains((grade, text), said.Select(one => (one.Class, one.Text)));
    }

    [Fact]
    public void A_rename_takes_no_right_from_anybody()
    {
        var plan = ChangePlan.Of(Compile(Frame), Compile(Frame.Replace("name", "title", StringComparison.Ordinal)
            .Replace("title: text max 200", "title: text max 200 was name", StringComparison.Ordinal)));
        Assert.DoesNotContain(plan.Consequences, one => one.Part == ConsequencePart.Security);
        Assert.DoesNotContain(plan.Consequences, one => one.Class == ChangeClass.Destructive);
        Assert.Equal(
            [
                "the reply of `GET /api/customers` calls `name` `title`",
                "the reply of `GET /api/customers/{id}` calls `name` `title`",
            ],
            plan.Consequences.Select(one => one.Text).Where(text => text.StartsWith("the reply", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_key_of_a_shape_follows_its_field()
    {
        var shown = Frame.Replace("list { sort name } read", "list { reply Card of rows } read", StringComparison.Ordinal)
            + "\nshape Card of Customer { id, name }";
        var plan = ChangePlan.Of(Compile(shown), Compile(shown.Replace("name", "title", StringComparison.Ordinal)
            .Replace("title: text max 200", "title: text max 200 was name", StringComparison.Ordinal)));
        var said = plan.Consequences.Where(one => one.Part == ConsequencePart.Api).Select(one => one.Text).ToList();
        Assert.Contains("the reply of `GET /api/customers` calls `name` `title`", said);
        Assert.DoesNotContain(said, text => text.Contains("shows", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_the_same_in_several_places_is_said_once()
    {
        var changed = Frame.Replace("tier: Tier\n", "tier: Tier  note: text? max 9\n", StringComparison.Ordinal)
            .Replace("visits: int", "visits: long", StringComparison.Ordinal);
        var groups = ConsequenceGroup.Of(ChangePlan.Of(Compile(Frame), Compile(changed)).Consequences);

        var shown = Assert.Single(groups, group => group.Text == "replies show `note`");
        Assert.Equal(["`GET /api/customers`", "`GET /api/customers/{id}`"], shown.Places);
        Assert.Contains("replies give `long` for `visits`, not `int`", groups.Select(group => group.Text));
        Assert.Equal(groups.OrderByDescending(group => group.Class), groups);
    }

    [Fact]
    public void A_right_that_several_gain_is_one_sentence()
    {
        var before = Frame.Replace(
            "role Clerk granted by Clerk",
            "role Clerk granted by Clerk\nrole Agent granted by Clerk\nrole Lead granted by Clerk", StringComparison.Ordinal);
        var after = before.Replace("access to Clerk do", "access to Agent, Lead do", StringComparison.Ordinal);
        var groups = ConsequenceGroup.Of(ChangePlan.Of(Compile(before), Compile(after)).Consequences);
        Assert.Contains("an `Agent` and a `Lead` can run `Close`", groups.Select(group => group.Text));
        Assert.Contains("a `Clerk` can no longer run `Close`", groups.Select(group => group.Text));
    }

    private static Compilation Compile(string text)
    {
        var compiled = Compilation.Create([new SourceFile("model.ashlar", text)]);
        Assert.Empty(compiled.Diagnostics.Where(found => found.IsError).Select(found => $"{found.Code}: {found.Message}"));
        return compiled;
    }
}
