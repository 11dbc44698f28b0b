using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Syntax;

/// <summary>Text written with the habits of other languages: the safe fixes alone turn it into a model.</summary>
public sealed class HabitTests
{
    private const int MostRuns = 10;

    [Theory]
    [InlineData("class A { b: int }", "entity A { b: int }")]
    [InlineData("public class A { b: int }", "entity A { b: int }")]
    [InlineData("model A { b: int }", "entity A { b: int }")]
    [InlineData("interface A { b: int; c?: int; }", "entity A { b: int   c: int? }")]
    [InlineData("table A { b: varchar(20)? }", "entity A { b: text? max 20 }")]
    [InlineData("type A = { b: number }", "type A { b: int }")]
    [InlineData("public entity A { b: int }", "entity A { b: int   public { } }")]
    [InlineData("public role A", "role A")]
    [InlineData("entity A { b: String! @unique }", "entity A { b: text max 200 unique }")]
    [InlineData("entity A { b: String max 9 }", "entity A { b: text max 9 }")]
    [InlineData("entity A { id: UUID @id @default(uuid()) }", "entity A { id: uuid }")]
    [InlineData("entity A { b: DateTime @updatedAt }", "entity A { b: instant = now on update now }")]
    [InlineData("entity A { b: DateTime @default(now()) }", "entity A { b: instant = now }")]
    [InlineData("entity A { b: Boolean @default(false) }", "entity A { b: bool = false }")]
    [InlineData("entity A { b: Decimal(10, 2) }", "entity A { b: decimal(10, 2) }")]
    [InlineData("entity A { b: text | null max 9 }", "entity A { b: text? max 9 }")]
    [InlineData("entity A { b: text max 9? }", "entity A { b: text? max 9 }")]
    [InlineData("entity A { b: [C!]! linked }", "entity A { b: C[] linked }")]
    [InlineData("entity A { b: List<C> linked }", "entity A { b: C[] linked }")]
    [InlineData("entity A { b: Optional<int> }", "entity A { b: int? }")]
    [InlineData("entity A { b int, c int }", "entity A { b: int   c: int }")]
    [InlineData("entity A { b: text max 9 = 'it\\'s \"x\"' }", "entity A { b: text max 9 = \"it's \\\"x\\\"\" }")]
    [InlineData("entity A { b: duration = 2 weeks }", "entity A { b: duration = 14d }")]
    [InlineData("entity A { b: file max 5mb }", "entity A { b: file max 5MB }")]
    [InlineData("enum A { B, C, }", "enum A { B, C }")]
    [InlineData("enum A { B C }", "enum A { B, C }")]
    [InlineData("enum A { B | C | D }", "enum A { B, C, D }")]
    [InlineData("entity A { b: text not null max 9 }", "entity A { b: text max 9 }")]
    [InlineData("entity A { b: text max 9 NOT NULL }", "entity A { b: text max 9 }")]
    [InlineData("entity A { b: String! max 9 }", "entity A { b: text max 9 }")]
    [InlineData("entity A { b: String! not blank max 9 @unique }", "entity A { b: text max 9 not blank unique }")]
    [InlineData("entity A { b: varchar(20)! max 9 }", "entity A { b: text max 9 }")]
    [InlineData("entity A { b: C? on delete set null }", "entity A { b: C? on delete clear }")]
    [InlineData("entity A { b: int >= 0 <= 9 }", "entity A { b: int min 0 max 9 }")]
    [InlineData("entity A {\n  Species species;\n  text name max 9;\n}",
        "entity A {\n  species: Species\n  name:    text max 9\n}")]
    [InlineData("entity A { String name max 9; }", "entity A { name: text max 9 }")]
    [InlineData("enum Café { B }", "enum Cafe { B }")]
    [InlineData("sample A { b = 1, c: 2, }", "sample A { b: 1, c: 2 }")]
    [InlineData("sample A { b, c: [D, E,] }", "sample A { b: b, c: [D, E] }")]
    [InlineData("/* a\n * b */\nrole A", "// a\n// b\nrole A")]
    [InlineData("# a\nrole A -- b", "// a\nrole A  // b")]
    [InlineData("\"\"\" a \"\"\"\nrole A", "/// a\nrole A")]
    [InlineData("entity A { search b, c.d language \"en\" e: int }", "entity A { search b, c.d   e: int }")]
    [InlineData("entity A { index b asc, c desc }", "entity A { index b, c desc }")]
    public void A_habit_of_declarations_is_mended(string written, string expected) => AssertMended(written, expected + "\n");

    [Theory]
    [InlineData("a && !b || !!c", "a and not b or not not c")]
    [InlineData("a&&b", "a and b")]
    [InlineData("a === 1 and b !== 2 and c <> 3 and d = 4", "a == 1 and b != 2 and c != 3 and d == 4")]
    [InlineData("a ? b : c ? d : e", "if a then b else if c then d else e")]
    [InlineData("a is null or b is not null", "a == null or b != null")]
    [InlineData("caller is not Editor", "not caller is Editor")]
    [InlineData("a not in [b, c]", "not a in [b, c]")]
    [InlineData("a.length() > 1 and length(a.b) > 1 and (a ?? b).trim() == \"\"",
        "a.length > 1 and a.b.length > 1 and (a ?? b).trim == \"\"")]
    [InlineData("a.toLowerCase() == upper(a ?? b)", "a.lower == (a ?? b).upper")]
    [InlineData("a.startsWith(\"b\") or a.includes(c)", "a starts with (\"b\") or a contains (c)")]
    [InlineData("count(lines) > 0 and any(a.lines)", "count(item in lines) > 0 and any(item in a.lines)")]
    [InlineData("x.sum(t => t.price) > 0 and a.b.any(t => t.c)", "sum(t in x: t.price) > 0 and any(t in a.b: t.c)")]
    [InlineData("round(a / b, 2, even) > days(c, d)", "round(value: a / b, places: 2, half: even) > days(from: c, until: d)")]
    [InlineData("F(1, y: 2) and F(x = 1, y 2)", "F(x: 1, y: 2) and F(x: 1, y: 2)")]
    public void A_habit_of_expressions_is_mended(string written, string expected)
    {
        const string function = "function F { input { x: int, y: int }   gives bool { true } }\n";
        AssertMended(
            $"{function}entity A {{ check B \"b\" {{ {written} }} }}",
            $"{function}\nentity A {{ check B \"b\" {{ {expected} }} }}\n");
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
