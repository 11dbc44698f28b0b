using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Emit.Migrations;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>A rule that rows break stops a migration before it changes anything, and names the rows.</summary>
public sealed class NewRuleTests(PostgresServer server)
{
    private const string Trips =
        """
        system Rules { title "Rules" }
        role Clerk granted by Clerk
        module Trips
        type Size { width: int   label: text? max 40 }
        entity Person principal plural "people" { email: email unique   access { read to Clerk } }
        entity Car {
          plate: text max 40
          stops: Stop[] owned
          access { read to Clerk }
        }
        entity Stop {
          minutes: int
          access as car
        }
        entity Trip {
          car:  Car on delete restrict
          from: instant
          till: instant?
          kind: text? max 40
          access { read to Clerk }
        }

        """;

    private static readonly SystemModel Before = ChangeModel.Compile(Trips);

    public static TheoryData<string, string, string, DatabaseKind> Rules
    {
        get
        {
            var data = new TheoryData<string, string, string, DatabaseKind>();
            (string Edit, string Sql, string Said)[] rules =
            [
                ("kind: text? max 40 => kind: text? max 40\n"
                    + "  exclusive Once \"One trip at a time.\" { car during from until till }",
                    "update trips_trips set till = null; "
                        + $"update trips_trips set car_id = '{Car(1)}', \"from\" = $at1, till = $at9 where id <> '{Trip(0)}'; "
                        + $"update trips_trips set car_id = '{Car(1)}', \"from\" = $at9, till = null where id = '{Trip(0)}'",
                    $"Trips.Trip.Once overlaps with another row: {Trip(1)} and {Trip(2)}"),
                ("plate: text max 40 => plate: text max 40\n  check Short \"Few minutes.\" { sum(s in stops: s.minutes) <= 50 }",
                    $"update trips_stops set minutes = 20; update trips_stops set minutes = 90 where car_id = '{Car(2)}'",
                    $"Trips.Car.Short breaks the rule: {Car(2)}"),
                ("plate: text max 40 => plate: text max 40\n  check Bare \"No blanks.\" { plate.trim == plate }",
                    $"update trips_cars set plate = ' b' where id = '{Car(1)}'",
                    $"Trips.Car.Bare breaks the rule: {Car(1)}"),
            ];
            foreach (var (edit, sql, said) in rules)
            {
                data.Add(edit, sql, said, DatabaseKind.Sqlite);
                data.Add(edit, sql, said, DatabaseKind.Postgres);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rows_that_break_a_new_rule_are_named_before_anything_changes(
        string edit, string sql, string said, DatabaseKind kind)
    {
        await using var lab = await MigrationLab.CreateAsync(kind, server, Before);
        await lab.FillAsync(Before);
        await lab.ExecuteAsync(At(kind, sql));
        var migration = lab.Write(Edit(edit));
        var tables = await lab.CatalogAsync();

        var e = await Assert.ThrowsAsync<MigrationException>(() => lab.MigrateAsync(migration));

        Assert.Contains(said + "\n", e.Message + "\n", StringComparison.Ordinal);
        Assert.Equal(tables, await lab.CatalogAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_rule_that_the_rows_keep_is_taken_on_under_new_names(DatabaseKind kind)
    {
        var text = Trips.Replace("entity Trip {", "entity Ride {", StringComparison.Ordinal)
            .Replace("  from: instant\n", "  since: instant\n", StringComparison.Ordinal)
            .Replace("entity Stop {", "entity Halt {", StringComparison.Ordinal)
            .Replace("Stop[] owned", "Halt[] owned\n  check Few \"Few minutes.\" { sum(s in stops: s.minutes) <= 900 }",
                StringComparison.Ordinal)
            .Replace("  kind: text", "  exclusive Once \"One.\" { car during since until till }\n  kind: text",
                StringComparison.Ordinal);
        var change = Correspondence.Of(Before, ChangeModel.Compile(text),
        [
            new(new ElementPath(ElementKind.Entity, "Trips.Ride"), "Trip"),
            new(new ElementPath(ElementKind.Field, "Trips.Ride.since"), "from"),
            new(new ElementPath(ElementKind.Entity, "Trips.Halt"), "Stop"),
        ]);
        await using var lab = await MigrationLab.CreateAsync(kind, server, Before);
        await lab.FillAsync(Before);
        await lab.ExecuteAsync("update trips_trips set till = null");
        var migration = lab.Write(change);

        await lab.MigrateAsync(migration);

        Assert.Equal([migration.To], await lab.TextsAsync("select hash from ashlar_schema"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_default_of_several_parts_fills_rows_that_are_there(DatabaseKind kind)
    {
        var change = Edit("plate: text max 40 => plate: text max 40\n  size: Size = { width: 7 }");
        await using var lab = await MigrationLab.CreateAsync(kind, server, Before);
        await lab.FillAsync(Before);
        var migration = lab.Write(change);
        Assert.Empty(migration.Questions);

        await lab.MigrateAsync(migration);

        Assert.Equal(
            ["7 none", "7 none", "7 none"],
            await lab.TextsAsync("select size_width || ' ' || coalesce(size_label, 'none') from trips_cars"));
    }

    [Fact]
    public void A_hash_knows_a_comment_from_a_text()
    {
        Assert.Equal(
            SchemaHash.Of("check (a = 'it''s -- one') -- why\n"),
            SchemaHash.Of("check (a = 'it''s -- one')\n-- don't\n"));
        Assert.NotEqual(SchemaHash.Of("check (a = 'x -- one')"), SchemaHash.Of("check (a = 'x -- other')"));
        const string schema = "-- don't\ncheck (a = 'x -- one') -- it's\n";
        Assert.Equal(SchemaHash.Of(schema), Ashlar.Emit.Migrations.SchemaHash.Of(schema));
    }

    private static string Car(int number) => TokenRows.Id("trips_cars", number);

    private static string Trip(int number) => TokenRows.Id("trips_trips", number);

    /// <summary>`$at9` is the ninth second, as the database has moments.</summary>
    private static string At(DatabaseKind kind, string sql) => kind == DatabaseKind.Sqlite
        ? sql.Replace("$at", "", StringComparison.Ordinal)
        : sql.Replace("$at1", "to_timestamp(1)", StringComparison.Ordinal)
            .Replace("$at9", "to_timestamp(9)", StringComparison.Ordinal);

    private static Correspondence Edit(string edit)
    {
        var parts = edit.Split(" => ", 2);
        Assert.Equal(2, Trips.Split(parts[0]).Length);
        return Correspondence.Of(Before, ChangeModel.Compile(Trips.Replace(parts[0], parts[1], StringComparison.Ordinal)), []);
    }
}
