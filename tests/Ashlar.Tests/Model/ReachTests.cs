namespace Ashlar.Tests.Model;

/// <summary>How far an expression may look, by the place where it stands.</summary>
public sealed class ReachTests
{
    private const string Rows = """
        entity Person principal plural "people" { name: text max 9 }
        entity Part { number: int   maker: Person on delete cascade   bits: Bit[] owned max 9   access as row }
        entity Bit { size: int   access as part }
        entity Other { row: Row on delete cascade   number: int }
        type Tag = text max 9
        function Big { input { row: Row }   gives bool { row.number > 3 } }
        function Mine { input { row: Row }   gives bool { row.writer.name == "a" } }
        function Late { input { number: int }   gives bool { now > instant "2026-01-01T00:00:00Z" and number > 0 } }
        function PartOk { input { part: Part }   gives bool { part.number > 0 } }
        """;

    private const string Fields = """
        number: int   day: date   writer: Person on delete cascade   parts: Part[] owned max 9   others: Other[] inverse row
        people: Person[] linked   tags: Tag[] max 5   twice: int computed { number * 2 }
        """;

    [Theory]
    [InlineData("number > 1 and twice > 2", "")]
    [InlineData("old.number <= number", "")]
    [InlineData("any(p in parts: p.number > number)", "")]
    [InlineData("any(p in parts: any(b in p.bits: b.size > 1))", "")]
    [InlineData("count(t in tags) > 1", "")]
    [InlineData("writer.id == id", "")]
    [InlineData("Big(row: this)", "")]
    [InlineData("all(p in parts: PartOk(part: p))", "")]
    [InlineData("writer.name == \"a\"", "outside-own-row: writer.name")]
    [InlineData("any(p in parts: p.maker.name == \"a\")", "outside-own-row: p.maker.name")]
    [InlineData("Mine(row: this)", "outside-own-row: Mine(row: this)")]
    [InlineData("Late(number: number)", "outside-own-row: Late(number: number)")]
    [InlineData("any(o in others: o.number > 1)", "outside-own-row: others")]
    [InlineData("count(p in people) > 1", "outside-own-row: people")]
    [InlineData("count(p in Person) > 1", "outside-own-row: count(p in Person)")]
    [InlineData("writer == caller", "outside-own-row: caller")]
    [InlineData("day <= today", "outside-own-row: today")]
    public void A_check_sees_its_row_and_its_owned_lists(string condition, string finding)
    {
        Assert.Equal(finding, Findings($"check Sound \"Sound.\" {{ {condition} }}"));
    }

    [Theory]
    [InlineData("value: int computed { number + twice }", "")]
    [InlineData("value: long computed { sum(p in parts: p.number) }", "")]
    [InlineData("value: int computed { old.number }", "unknown-name: old")]
    [InlineData("value: text max 9 computed { writer.name }", "outside-own-row: writer.name")]
    [InlineData("value: text max 9 = writer.name", "")]
    [InlineData("value: date = today", "")]
    [InlineData("value: int = count(p in parts)", "outside-own-row: parts")]
    [InlineData("value: int = count(p in Person)", "outside-own-row: count(p in Person)")]
    [InlineData("unique One \"One.\" { number where twice > 2 }", "")]
    [InlineData("unique One \"One.\" { number where any(p in parts: p.number > 1) }", "outside-own-row: parts")]
    [InlineData("unique One \"One.\" { number where day > today }", "outside-own-row: today")]
    [InlineData("search writer.name", "")]
    [InlineData("search writer", "search-field: writer")]
    [InlineData("access { read to signed in where count(o in Other where o.row == this) > 1 and Mine(row: this) }", "")]
    public void Every_place_has_its_own_reach(string member, string finding)
    {
        Assert.Equal(finding, Findings(member));
    }

    [Fact]
    public void A_function_that_reaches_itself_over_others_is_found_once()
    {
        const string circle = """
            function A { input { n: int }   gives bool { B(n: n) } }
            function B { input { n: int }   gives bool { C(n: n) or n > 1 } }
            function C { input { n: int }   gives bool { A(n: n) } }
            entity Row { n: int   check Sound "Sound." { A(n: n) } }
            """;
        Assert.Equal(["recursive-function: A"], Models.Findings(circle));
    }

    private static string Findings(string member) =>
        string.Join('|', Models.Findings($"{Rows}\nentity Row {{ {Fields}\n{member} }}"));
}
