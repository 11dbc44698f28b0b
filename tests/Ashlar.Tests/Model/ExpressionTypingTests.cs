using Ashlar.Core.Model.Types;

namespace Ashlar.Tests.Model;

/// <summary>The type of an expression over a row that has a field of every kind, and what is found wrong with it.</summary>
public sealed class ExpressionTypingTests
{
    private const string Row = """
        role Editor granted by Editor
        enum Format { Hardcover, Paperback }
        type Size { width: int min 1   height: int min 1   note: text? max 20 }
        type Tag = text max 20
        entity Person principal plural "people" { name: text max 100   born: date?   friend: Person? on delete clear }
        entity Part { text: text max 20   amount: decimal(8, 3)   number: int   paid: bool   at: instant?   access as row }
        entity Row {
          n: int   l: long   d: decimal(10, 2)   e: decimal(6, 4)   big: decimal(18, 4)   one: int min 1   b: bool
          n2: int?   d2: decimal(10, 2)?   b2: bool?   title: text max 100   sub: text? max 100
          day: date   day2: date?   clock: time   at: instant   at2: instant?   long: duration   place: zone   wd: weekday
          mail: email   link: url   key: uuid   doc: json? max 100   format: Format   format2: Format?   size: Size   size2: Size?
          owner: Person on delete restrict   helper: Person? on delete clear   tags: Tag[] max 5   parts: Part[] owned max 9
          people: Person[] linked
          status: state { initial Open   Open -> Done   final Done }
        }
        """;

    [Theory]
    [InlineData("n + n", "int")]
    [InlineData("n + l", "long")]
    [InlineData("n * 2", "int")]
    [InlineData("n + 3000000000", "long")]
    [InlineData("d + d", "decimal(11, 2)")]
    [InlineData("d + e", "decimal(13, 4)")]
    [InlineData("d * e", "decimal(16, 6)")]
    [InlineData("d * n", "decimal(20, 2)")]
    [InlineData("d + 1", "decimal(11, 2)")]
    [InlineData("d * 2", "decimal(11, 2)")]
    [InlineData("d * 0.196", "decimal(13, 5)")]
    [InlineData("-d", "decimal(10, 2)")]
    [InlineData("-5", "int")]
    [InlineData("round(value: d / one, places: 3, half: even)", "decimal(12, 3)")]
    [InlineData("round(value: d / 0.25, places: 2, half: up)", "decimal(13, 2)")]
    [InlineData("round(half: even, value: e, places: 1)", "decimal(4, 1)")]
    [InlineData("at + 2h", "instant")]
    [InlineData("at - 30d", "instant")]
    [InlineData("at - now", "duration")]
    [InlineData("long * 3", "duration")]
    [InlineData("2 * long + 5m", "duration")]
    [InlineData("day + 1 month", "date")]
    [InlineData("day - 18 years", "date")]
    [InlineData("days(from: day, until: today)", "int")]
    [InlineData("instant(date: day, time: clock, zone: place)", "instant")]
    [InlineData("instant(date: day, time: time \"14:30\", zone: \"Europe/Paris\")", "instant")]
    [InlineData("date(of: at, zone: place)", "date")]
    [InlineData("time(of: at, zone: place)", "time")]
    [InlineData("day.year", "int")]
    [InlineData("day.weekday", "weekday")]
    [InlineData("day2.year", "int?")]
    [InlineData("title.upper", "text")]
    [InlineData("sub.length", "int?")]
    [InlineData("\"{title}: {n} {format} {status}\"", "text")]
    [InlineData("title starts with \"A\"", "bool")]
    [InlineData("mail contains \"@\"", "bool")]
    [InlineData("n == null", "bool")]
    [InlineData("n2 == n", "bool")]
    [InlineData("owner == caller", "bool")]
    [InlineData("format == Hardcover", "bool")]
    [InlineData("Hardcover == format", "bool")]
    [InlineData("format in [Hardcover, Paperback]", "bool")]
    [InlineData("status in [Open]", "bool")]
    [InlineData("wd == Monday", "bool")]
    [InlineData("format2 ?? Paperback", "Format")]
    [InlineData("n2 ?? 0", "int")]
    [InlineData("n2 ?? d", "decimal(12, 2)")]
    [InlineData("sub ?? title", "text")]
    [InlineData("if b then n else null", "int?")]
    [InlineData("if b then n else d", "decimal(12, 2)")]
    [InlineData("if b then Hardcover else format", "Format")]
    [InlineData("owner.name", "text")]
    [InlineData("helper.name", "text?")]
    [InlineData("owner.friend.name", "text?")]
    [InlineData("owner.id", "uuid")]
    [InlineData("helper.id", "uuid?")]
    [InlineData("id", "uuid")]
    [InlineData("this.title", "text")]
    [InlineData("size.width", "int")]
    [InlineData("size2.width", "int?")]
    [InlineData("size2.note.length", "int?")]
    [InlineData("caller.name", "text?")]
    [InlineData("caller is Editor", "bool")]
    [InlineData("\"abc\" in tags", "bool")]
    [InlineData("caller in people", "bool")]
    [InlineData("any(p in parts where p.paid: p.number > 3)", "bool")]
    [InlineData("all(p in parts: p.number > n)", "bool")]
    [InlineData("count(p in parts)", "int")]
    [InlineData("count(t in tags where t.length > 3)", "int")]
    [InlineData("sum(p in parts: p.number)", "long")]
    [InlineData("sum(p in parts: p.amount)", "decimal(14, 3)")]
    [InlineData("min(p in parts: p.number)", "int?")]
    [InlineData("max(p in parts where p.at != null: p.at)", "instant?")]
    [InlineData("list(p in parts: p.text)", "text[]")]
    [InlineData("first(p in parts sort p.number desc)", "Part?")]
    [InlineData("first(p in parts sort p.number: p.text)", "text?")]
    [InlineData("count(p in Person where p.friend == owner)", "int")]
    [InlineData("round(value: average(p in parts: p.number), places: 1, half: even)", "decimal(12, 1)?")]
    [InlineData("round(value: average(p in parts: p.number), places: 1, half: even) ?? 0", "decimal(12, 1)")]
    [InlineData("any(p in people: any(q in people: q.name == p.name and q != p))", "bool")]
    public void An_expression_has_a_type(string expression, string type)
    {
        var compilation = Models.Compile($"{Row}\nshape Probe of Row {{ value: {expression} }}");
        Assert.Empty(compilation.Diagnostics.Select(found => found.Message));
        Assert.Equal(type, TypeNames.Of(compilation.Model.Shapes[0].Fields[0].Value.Type));
    }

    [Theory]
    [InlineData("n2 > 1", "possibly-null: n2")]
    [InlineData("n2 + 1", "possibly-null: n2")]
    [InlineData("1 < n2", "possibly-null: n2")]
    [InlineData("n > null", "possibly-null: null")]
    [InlineData("helper.born > day", "possibly-null: helper.born")]
    [InlineData("sub contains \"a\"", "possibly-null: sub")]
    [InlineData("b2 and b", "possibly-null: b2")]
    [InlineData("sum(p in parts: n2)", "possibly-null: n2")]
    [InlineData("d / one", "division-outside-round: d / one")]
    [InlineData("round(value: d / n, places: 2, half: even)", "divisor-may-be-zero: n")]
    [InlineData("round(value: d / 0, places: 2, half: even)", "divisor-may-be-zero: 0")]
    [InlineData("average(p in parts: p.number)", "division-outside-round: average(p in parts: p.number)")]
    [InlineData("big * big", "decimal-too-wide: big * big")]
    [InlineData("l * d", "decimal-too-wide: l * d")]
    [InlineData("title + sub", "no-such-arithmetic: title + sub")]
    [InlineData("day + 14d", "no-such-arithmetic: day + 14d")]
    [InlineData("day - today", "no-such-arithmetic: day - today")]
    [InlineData("at + 1 month", "no-such-arithmetic: at + 1 month")]
    [InlineData("b > false", "operand-type: b")]
    [InlineData("format < Hardcover", "operand-type: format")]
    [InlineData("n == title", "cannot-compare: n == title")]
    [InlineData("at > day", "cannot-compare: at > day")]
    [InlineData("doc == doc", "cannot-compare: doc == doc")]
    [InlineData("parts == null", "cannot-compare: parts == null")]
    [InlineData("owner == format", "cannot-compare: owner == format")]
    [InlineData("format == Softcover", "unknown-value: Softcover")]
    [InlineData("format in [Hardcover, Softcover]", "unknown-value: Softcover")]
    [InlineData("status == Hardcover", "unknown-value: Hardcover")]
    [InlineData("format == Format.Hardcover", "qualified-value: Format.Hardcover")]
    [InlineData("titel", "unknown-name: titel")]
    [InlineData("owner.nam", "unknown-field: nam")]
    [InlineData("title.size", "unknown-field: size")]
    [InlineData("n.foo", "unknown-field: foo")]
    [InlineData("parts.length", "list-member: length")]
    [InlineData("sum(p in parts: amount)", "unknown-name: amount")]
    [InlineData("count(p in n)", "operand-type: n")]
    [InlineData("first(p in parts)", "first-needs-sort: first(p in parts)")]
    [InlineData("old.title", "unknown-name: old")]
    [InlineData("if n then b else b", "type-mismatch: n")]
    [InlineData("if b then n else title", "type-mismatch: title")]
    [InlineData("not n", "type-mismatch: n")]
    [InlineData("place == \"Mars\"", "literal-does-not-fit: \"Mars\"")]
    [InlineData("mail == \"nobody\"", "literal-does-not-fit: \"nobody\"")]
    [InlineData("day == \"2026-03-01\"", "cannot-compare: day == \"2026-03-01\"")]
    [InlineData("days(from: day)", "missing-argument: days(from: day)")]
    [InlineData("days(from: day, til: day)", "unknown-argument: til")]
    [InlineData("round(value: d, places: 1.5, half: even)", "rounding-argument: 1.5")]
    [InlineData("\"{at}\"", "operand-type: at")]
    [InlineData("\"{sub}\"", "possibly-null: sub")]
    [InlineData("caller is Edtor", "unknown-role: Edtor")]
    [InlineData("Foo(x: 1)", "unknown-function: Foo")]
    [InlineData("{ width: 1 } == size", "type-mismatch: { width: 1 }")]
    [InlineData("n + titel + foo", "unknown-name: titel|unknown-name: foo")]
    [InlineData("(titel + 1) * 2 > 3 and n > 1", "unknown-name: titel")]
    public void What_does_not_check_is_found_once(string expression, string findings)
    {
        Assert.Equal(findings, string.Join('|', Models.Findings($"{Row}\nshape Probe of Row {{ value: {expression} }}")));
    }

    [Theory]
    [InlineData("n2 != null and n2 > 1")]
    [InlineData("n2 == null or n2 > 1")]
    [InlineData("null != n2 and n2 > 1")]
    [InlineData("not (n2 == null) and n2 > 1")]
    [InlineData("not (n2 == null or b) and n2 > 1")]
    [InlineData("if n2 == null then false else n2 > 1")]
    [InlineData("if n2 != null then n2 > 1 else b")]
    [InlineData("n2 != null and d2 != null and n2 > 1 and d2 > n2")]
    [InlineData("n2 == null or d2 == null or d2 > n2")]
    [InlineData("(n2 != null and b or n2 != null) and n2 > 1")]
    [InlineData("helper.born != null and helper.born > day")]
    [InlineData("helper.born != null and helper.name contains \"a\"")]
    [InlineData("helper != null and helper.name contains \"a\"")]
    [InlineData("owner.friend.born != null and owner.friend.name > \"a\"")]
    [InlineData("n2 == n and n2 > 1")]
    [InlineData("n2 in [1, 2] and n2 > 1")]
    [InlineData("caller != null and caller.name > \"a\"")]
    [InlineData("caller is Editor and caller.name > \"a\"")]
    [InlineData("owner == caller and caller.name > \"a\"")]
    [InlineData("any(p in parts where p.at != null: p.at > at)")]
    [InlineData("n2 != null and any(p in parts: p.number > n2)")]
    [InlineData("n != 0 and round(value: d / n, places: 2, half: even) > 1")]
    [InlineData("n > 0 and round(value: d / n, places: 2, half: even) > 1")]
    [InlineData("n == 0 or round(value: d / n, places: 2, half: even) > 1")]
    [InlineData("0 < n and round(value: d / (n * one), places: 2, half: even) > 1")]
    [InlineData("count(p in parts) > 0 and round(value: d / count(p in parts), places: 2, half: even) > 1")]
    [InlineData("(n2 ?? 0) > 1")]
    [InlineData("b2 == true")]
    public void A_guard_makes_it_check(string expression)
    {
        Assert.Empty(Models.Findings($"{Row}\nshape Probe of Row {{ value: {expression} }}"));
    }

    [Theory]
    [InlineData("n2 != null or n2 > 1")]
    [InlineData("n2 == null and n2 > 1")]
    [InlineData("n2 > 1 and n2 != null")]
    [InlineData("n2 != null and b or n2 > 1")]
    [InlineData("(n2 != null or b) and n2 > 1")]
    [InlineData("if n2 == null then n2 > 1 else b")]
    [InlineData("n2 == d2 and n2 > 1")]
    [InlineData("helper != null and helper.born > day")]
    [InlineData("n >= 0 and round(value: d / n, places: 2, half: even) > 1")]
    [InlineData("n > -1 and round(value: d / n, places: 2, half: even) > 1")]
    [InlineData("helper != null and any(helper in people where true: helper.born > day)")]
    public void What_does_not_guard_does_not_help(string expression)
    {
        var found = Assert.Single(Models.Compile($"{Row}\nshape Probe of Row {{ value: {expression} }}").Diagnostics);
        Assert.Contains(found.Code, (string[])["possibly-null", "divisor-may-be-zero"]);
    }
}
