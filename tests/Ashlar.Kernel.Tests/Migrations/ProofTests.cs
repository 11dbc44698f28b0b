using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Emit.Migrations;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>What is proved before a migration is what its rules will see, and what it changes beside columns.</summary>
public sealed class ProofTests(PostgresServer server)
{
    private const string Shelves =
        """
        system Proofs { title "Proofs" }
        role Clerk granted by Clerk
        role Boss granted by Clerk
        role Guest granted by Clerk
        module Shop
        entity Person principal plural "people" { email: email unique   access { read to Clerk } }
        entity Shelf {
          floor: int
          above: Shelf? on delete clear
          label: text? max 200 unique
          access { read to Clerk }
        }

        """;

    private static readonly SystemModel Before = ChangeModel.Compile(Shelves);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_reference_to_its_own_table_is_proved_for_the_row_that_has_it(DatabaseKind kind)
    {
        var change = Edit("on delete clear => on delete restrict");
        await using var lab = await MigrationLab.CreateAsync(kind, server, Before);
        await lab.FillAsync(Before);
        await lab.ExecuteAsync($"update shop_shelves set above_id = '{TokenRows.Id("shop_shelves", 2)}' "
            + $"where id = '{TokenRows.Id("shop_shelves", 0)}'");
        var migration = lab.Write(change);
        Assert.Contains("refers to no row", migration.Proofs.Select(proof => proof.Problem));

        await lab.MigrateAsync(migration);

        Assert.Equal([migration.To], await lab.TextsAsync("select hash from ashlar_schema"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_rule_that_stays_is_proved_for_values_that_change(DatabaseKind kind)
    {
        var change = Edit("label: text? max 200 unique => label: text max 200 unique") with
        {
            Decisions = new Decisions
            {
                Fills = [new Fill(
                    new ElementPath(ElementKind.Field, "Shop.Shelf.label"), ChangeCorpus.Expression("\"none\""), "a test")],
            },
        };
        await using var lab = await MigrationLab.CreateAsync(kind, server, Before);
        await lab.FillAsync(Before);
        await lab.ExecuteAsync("update shop_shelves set label = null");
        var migration = lab.Write(change);

        var e = await Assert.ThrowsAsync<MigrationException>(() => lab.MigrateAsync(migration));

        Assert.Contains("Shop.Shelf.label is the same in several rows", e.Message, StringComparison.Ordinal);
        Assert.Empty(await lab.TextsAsync("select cast(number as text) from ashlar_migrations"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_field_that_becomes_a_number_goes_on_behind_the_largest(DatabaseKind kind)
    {
        var change = Edit("floor: int => floor: int generated sequence");
        await using var lab = await MigrationLab.CreateAsync(kind, server, Before);
        await lab.FillAsync(Before);
        await lab.ExecuteAsync("update shop_shelves set floor = 40 where floor = (select max(floor) from shop_shelves)");

        await lab.MigrateAsync(lab.Write(change));

        var next = kind == DatabaseKind.Sqlite
            ? "select cast(value + 1 as text) from ashlar_sequences"
            : "select nextval(quote_ident(sequencename))::text from pg_sequences where schemaname = 'public'";
        Assert.Equal(["41"], await lab.TextsAsync(next));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Members_follow_the_names_of_their_roles_and_lose_those_that_are_gone(DatabaseKind kind)
    {
        var change = Correspondence.Of(
            Before,
            ChangeModel.Compile(Shelves.Replace("role Guest granted by Clerk\n", "", StringComparison.Ordinal)),
            [new(new ElementPath(ElementKind.Role, "Boss"), "Clerk"), new(new ElementPath(ElementKind.Role, "Clerk"), "Boss")]);
        await using var lab = await MigrationLab.CreateAsync(kind, server, Before);
        await lab.FillAsync(Before);
        await lab.ExecuteAsync(kind == DatabaseKind.Sqlite
            ? KernelTables.SqliteIdentity("shop_people")
            : KernelTables.PostgresIdentity("shop_people"));
        var moment = kind == DatabaseKind.Sqlite ? "0" : "now()";
        foreach (var (person, role) in new[] { (0, "Clerk"), (0, "Boss"), (1, "Clerk"), (2, "Guest"), (1, "Guest") })
        {
            await lab.ExecuteAsync("insert into ashlar_role_members (account_id, role, granted_at) "
                + $"values ('{TokenRows.Id("shop_people", person)}', '{role}', {moment})");
        }

        await lab.MigrateAsync(lab.Write(change));

        Assert.Equal(["0 Boss", "0 Clerk", "1 Boss"], await lab.TextsAsync(
            "select substr(cast(account_id as text), 36) || ' ' || role from ashlar_role_members order by 1"));
    }

    private static Correspondence Edit(string edit)
    {
        var parts = edit.Split(" => ", 2);
        Assert.Equal(2, Shelves.Split(parts[0]).Length);
        return Correspondence.Of(Before, ChangeModel.Compile(Shelves.Replace(parts[0], parts[1], StringComparison.Ordinal)), []);
    }
}
