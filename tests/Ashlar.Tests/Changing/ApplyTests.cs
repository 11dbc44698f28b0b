using Ashlar.Tests.Commands;

namespace Ashlar.Tests.Changing;

/// <summary>`ashlar plan` and `ashlar apply` on real folders: what is asked, what is written, and what is refused.</summary>
public sealed class ApplyTests : IDisposable
{
    private const string First = """
        system Shop { title "A shop"   timezone "UTC"   language en }
        module Sales
        role Clerk granted by Clerk
        entity Account principal {
          email: email   unique
          access { read to signed in where this == caller }
        }
        entity Customer {
          phone: text? max 30
          fax:   text? max 30
          access { read to Clerk }
        }
        api Web {
          path "/api"   version 1
          expose Customer { list   read }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_decided_change_is_applied_once_and_is_history_then()
    {
        await Apply(First);
        var plan = await Plan(First.Replace("fax:   text? max 30", "", StringComparison.Ordinal));
        Assert.Equal(1, plan.Code);
        Assert.Contains("undecided-drop", plan.Out);
        Assert.Contains("drop Customer.fax because", plan.Out);

        const string decided = "\nchange { drop Customer.fax because \"Nobody has one.\" }\n";
        await Apply(First.Replace("fax:   text? max 30", "", StringComparison.Ordinal) + decided);
        Assert.Contains("\"because\": \"Nobody has one.\"", _folder.Read(Entry(2) + "/plan.json"));
        Assert.Contains("field Sales.Customer.fax dropped 2", _folder.Read("history/elements"));

        var again = await Shell.Run("plan", _folder.Root);
        Assert.Equal(0, again.Code);
        Assert.Contains("nothing to plan", again.Out);
        await Shell.Run("fix", _folder.Root);
        Assert.DoesNotContain("change {", _folder.Read("model/shop.ashlar"));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_plan_byte_for_byte()
    {
        await Apply(First);
        var changed = First.Replace("phone: text? max 30", "mobile: text? max 30 was phone", StringComparison.Ordinal);
        foreach (var form in new[] { "--json", "--html" })
        {
            var one = await Plan(changed, form);
            var other = await Plan(changed, form);
            Assert.Equal(0, one.Code);
            Assert.Equal(one.Out, other.Out);
            Assert.Contains("mobile", one.Out);
        }
    }

    [Fact]
    public async Task A_plan_says_what_every_step_does_to_those_who_wait()
    {
        await Apply(First);
        var plan = await Plan(First
            .Replace("phone: text? max 30", "phone: text max 20 unique", StringComparison.Ordinal)
            .Replace("  fax:   text? max 30\n", "", StringComparison.Ordinal) + """

            change {
              drop Customer.fax because "Nobody has one."
              fill Customer.phone = "none" because "Nobody asked."
            }
            """);
        Assert.Equal(0, plan.Code);
        Assert.Contains("""
            migration: what happens to a database with rows in it
              first, rows that stand in the way are looked for; where there is one, nothing is changed:
                has no value: `Sales.Customer.phone`
                is the same in several rows: `Sales.Customer.phone`
                breaks the rule: `Sales.Customer.phone`
              on PostgreSQL, step by step; a migration that was stopped goes on behind the last one that was done:
                P0   give everything its new name, put aside what goes: others wait for milliseconds
                P10  fill sales_customers: phone: writes every row of `sales_customers`, 2,000 at a time;
            """.TrimEnd(), plan.Out, StringComparison.Ordinal);
        Assert.Contains("""
                P6   unique index sales_customers_phone_key: reads every row of `sales_customers`; nobody waits
                P6   make it a constraint: others wait for milliseconds
            """, plan.Out, StringComparison.Ordinal);
        Assert.Contains("kept `sales_customers.fax` as `sales_customers.__dropped_2_fax`, until somebody drops it", plan.Out);
        Assert.Contains("Q1   write sales_customers anew: copies every row of `sales_customers`", plan.Out);
        Assert.Contains("2 of `Sales.Customer.fax` go, all of them put aside: Nobody has one.", plan.Out);
    }

    [Fact]
    public async Task Another_plan_than_the_one_that_was_read_is_refused()
    {
        await Apply(First);
        var read = (await Plan(First + "\nentity Tag { name: text max 20  access internal }", "--json")).Json;
        Write(First + "\nentity Label { name: text max 20  access internal }");
        var before = _folder.Snapshot();
        var outcome = await Shell.Run("apply", _folder.Root, "--plan", read.GetProperty("id").GetString() ?? "");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("stale-plan", outcome.Out);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task An_edited_generated_file_keeps_the_whole_plan_from_being_written()
    {
        await Apply(First);
        var generated = _folder.Snapshot().Keys.First(path => path.EndsWith("/Program.cs", StringComparison.Ordinal));
        _folder.With(generated, "mine");
        Write(First + "\nentity Tag { name: text max 20  access internal }");
        var before = _folder.Snapshot();
        var outcome = await Shell.Run("apply", _folder.Root);

        Assert.Equal(1, outcome.Code);
        Assert.Contains("edited-generated-file", outcome.Out);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task Building_asks_for_a_plan_only_where_the_database_differs()
    {
        await Apply(First);
        Write(First.Replace("read to Clerk", "read to signed in", StringComparison.Ordinal));
        Assert.Equal(0, (await Shell.Run("build", _folder.Root)).Code);
        Write(First.Replace("granted by Clerk", "", StringComparison.Ordinal));
        Assert.DoesNotContain("unapplied-change", (await Shell.Run("build", _folder.Root)).Out);

        Write(First.Replace("phone: text? max 30", "phone: text? max 40", StringComparison.Ordinal));
        var refused = await Shell.Run("build", _folder.Root);
        Assert.Equal(1, refused.Code);
        Assert.Contains("unapplied-change", refused.Out);
    }

    [Theory]
    [InlineData("list   read", "list { sort phone }   read")]
    [InlineData("entity Customer {", "/// Who buys.\nentity Customer {")]
    [InlineData("fax:   text? max 30", "fax:   text? max 30   check IsFine \"Fine.\" { Fine(fax: fax) }", "== \"3\"", "== \"4\"")]
    [InlineData("role Clerk granted by Clerk", "role Clerk granted by Clerk   role Boss granted by Clerk",
        "role Boss granted by Clerk", "")]
    public async Task Building_asks_for_a_plan_wherever_a_schema_or_a_row_is_not_the_same(
        string old, string now, string before = "", string after = "")
    {
        const string function = "\nfunction Fine { input { fax: text? }   gives bool { fax == null or fax == \"3\" } }";
        var changed = First.Replace(old, now, StringComparison.Ordinal) + function;
        await Apply(before.Length == 0 ? First + function : changed);
        Write(before.Length == 0 ? changed : changed.Replace(before, after, StringComparison.Ordinal));
        var refused = await Shell.Run("build", _folder.Root);
        Assert.Contains("unapplied-change", refused.Out);
        Assert.Equal(1, refused.Code);
    }

    [Fact]
    public async Task A_name_that_was_given_on_can_be_changed_again()
    {
        await Apply(First);
        var renamed = First.Replace("fax:   text? max 30", "telex: text? max 30 was fax   fax: text? max 9",
            StringComparison.Ordinal);
        await Apply(renamed);
        await Apply(renamed.Replace(" was fax", "   page: int?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_of_a_value_is_dropped_where_that_was_decided()
    {
        var values = First.Replace("phone: text?", "home: Address?   phone: text?", StringComparison.Ordinal)
            + "\ntype Address { street: text max 50   fax: text? max 30 }";
        await Apply(values);
        await Apply(values.Replace("   fax: text? max 30 }", " }", StringComparison.Ordinal)
            + "\nchange { drop Address.fax because \"Nobody has one.\" }");
        Assert.Contains("home_fax", _folder.Read(Entry(2) + "/postgres.sql"));
    }

    [Fact]
    public async Task Plans_of_two_branches_and_a_lost_history_are_said()
    {
        await Apply(First);
        await Apply(First.Replace("phone: text? max 30", "phone: text? max 40", StringComparison.Ordinal));
        var twin = Entry(2);
        Directory.CreateDirectory(_folder.PathOf("history/0002-ffffffff/model"));
        _folder.With(
            "history/0002-ffffffff/plan.json",
            _folder.Read(twin + "/plan.json").Replace("\"id\": \"", "\"id\": \"ffff", StringComparison.Ordinal));
        Assert.Contains("parallel-plans", (await Shell.Run("plan", _folder.Root)).Out);

        Directory.Delete(_folder.PathOf("history/0002-ffffffff"), recursive: true);
        _folder.With(Entry(1) + "/plan.json", "{");
        Assert.Contains("broken-history", (await Shell.Run("plan", _folder.Root)).Out);
    }

    [Fact]
    public async Task A_file_of_identities_that_was_cut_off_is_refused()
    {
        await Apply(First);
        var elements = _folder.Read("history/elements");
        _folder.With("history/elements", elements[..(elements.Length / 2 / 2)]);
        var outcome = await Shell.Run("plan", _folder.Root);

        Assert.Equal(1, outcome.Code);
        Assert.Contains("broken-elements", outcome.Out);
    }

    private string Entry(int number) => _folder.Snapshot().Keys
        .Where(path => path.StartsWith($"history/{number:D4}-", StringComparison.Ordinal))
        .Select(path => path[..21])
        .First();

    private void Write(string model) => _folder.With("model/shop.ashlar", model + "\n");

    private async Task<Shell.Outcome> Plan(string model, params string[] words)
    {
        Write(model);
        return await Shell.Run(["plan", _folder.Root, .. words]);
    }

    private async Task Apply(string model)
    {
        Write(model);
        var outcome = await Shell.Run("apply", _folder.Root);
        Assert.True(outcome.Code == 0, outcome.Out);
    }
}
