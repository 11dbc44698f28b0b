using Ashlar.Core.Plan;
using Ashlar.Emit.Migrations;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Events;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>A migration is stopped, met by another one, or finds rows that are in its way.</summary>
public sealed class RunnerTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task A_migration_that_dies_anywhere_goes_on_where_it_was(DatabaseKind kind, bool isTaken)
    {
        var change = ChangeCorpus.Of("all at once");
        await using var fresh = await MigrationLab.CreateAsync(kind, server, change.After);
        var wanted = string.Join('\n', await fresh.CatalogAsync());
        await using var lab = await MigrationLab.CreateAsync(kind, server, change.Before);
        await lab.FillAsync(change.Before);
        var migration = lab.Write(change);
        var deaths = 0;
        for (var isDone = false; !isDone;)
        {
            // Each life gets one step further than what a life needs to find out where it is.
            await using var life = lab.Connect();
            var mortal = new MortalDatabase(life, lastStep: 6 + (deaths * 3), isTaken);
            try
            {
                await lab.MigrateAsync(migration, mortal);
            }
            catch (System.Data.Common.DbException) when (mortal.IsDead)
            {
                deaths++;
            }

            isDone = !mortal.IsDead;
        }

        Assert.True(deaths > 3, $"it died {deaths} times");
        Assert.Equal(wanted, string.Join('\n', await lab.CatalogAsync()));
        Assert.Equal(["3"], await lab.TextsAsync("select cast(count(*) as text) from shop_works where caption like 'token-%'"));
        Assert.Equal(["3"], await lab.TextsAsync("select cast(count(*) as text) from shop_works where pieces = 4"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_migration_that_dies_changes_no_value_twice(bool isTaken)
    {
        var change = ChangeCorpus.Of("swap enum values");
        await using var lab = await MigrationLab.CreateAsync(DatabaseKind.Postgres, server, change.Before);
        await lab.FillAsync(change.Before);
        const string swapped = "select id || case color when 'Blue' then 'Green' when 'Green' then 'Blue' else color end "
            + "from shop_books order by 1";
        var wanted = await lab.TextsAsync(swapped);
        var migration = lab.Write(change);
        var deaths = 0;
        for (var isDone = false; !isDone;)
        {
            await using var life = lab.Connect();
            var mortal = new MortalDatabase(life, lastStep: 6 + deaths, isTaken);
            try
            {
                await lab.MigrateAsync(migration, mortal);
            }
            catch (System.Data.Common.DbException) when (mortal.IsDead)
            {
                deaths++;
            }

            isDone = !mortal.IsDead;
        }

        Assert.True(deaths > 3, $"it died {deaths} times");
        Assert.Equal(wanted, await lab.TextsAsync("select id || color from shop_books order by 1"));
    }

    [Fact]
    public async Task Two_that_make_an_index_do_not_wait_for_each_other_for_ever()
    {
        var change = ChangeCorpus.Of("add and remove indexes");
        await using var lab = await MigrationLab.CreateAsync(DatabaseKind.Postgres, server, change.Before);
        await lab.FillAsync(change.Before);
        var migration = lab.Write(change);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => lab.MigrateAsync(migration))))
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal([migration.To], await lab.TextsAsync("select hash from ashlar_schema"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_that_migrate_at_once_migrate_once(DatabaseKind kind)
    {
        var change = ChangeCorpus.Of("convert a field");
        await using var lab = await MigrationLab.CreateAsync(kind, server, change.Before);
        await lab.FillAsync(change.Before);
        var migration = lab.Write(change);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => lab.MigrateAsync(migration))));

        Assert.Equal([migration.To], await lab.TextsAsync("select hash from ashlar_schema"));
        Assert.Equal(["many"], (await lab.TextsAsync("select pages from shop_books")).Distinct());
    }

    [Theory]
    [InlineData("add a unique field", "update shop_books set title = 'twice'", "Shop.Book.title", DatabaseKind.Sqlite)]
    [InlineData("add a unique field", "update shop_books set title = 'twice'", "Shop.Book.title", DatabaseKind.Postgres)]
    [InlineData("add a check", "update shop_books set pages = 9500", "Shop.Book.Short", DatabaseKind.Sqlite)]
    [InlineData("add a check", "update shop_books set pages = 9500", "Shop.Book.Short", DatabaseKind.Postgres)]
    [InlineData("longer and shorter text", "update shop_parts set label = replace('a123456789b123456789c123456789', '1', '111')",
        "Shop.Part.label", DatabaseKind.Sqlite)]
    [InlineData("longer and shorter text", "update shop_parts set label = replace('a123456789b123456789c123456789', '1', '111')",
        "Shop.Part.label", DatabaseKind.Postgres)]
    public async Task Rows_in_the_way_are_named_before_anything_changes(
        string name, string breaking, string element, DatabaseKind kind)
    {
        var change = ChangeCorpus.Of(name);
        await using var lab = await MigrationLab.CreateAsync(kind, server, change.Before);
        await lab.FillAsync(change.Before);
        await lab.ExecuteAsync(breaking);
        var before = await lab.CatalogAsync();
        var migration = lab.Write(change);

        var e = await Assert.ThrowsAsync<MigrationException>(() => lab.MigrateAsync(migration));

        Assert.Contains(element, e.Message, StringComparison.Ordinal);
        Assert.Equal(before, await lab.CatalogAsync());
        Assert.Equal([migration.From], await lab.TextsAsync("select hash from ashlar_schema"));
        Assert.Empty(await lab.TextsAsync("select cast(number as text) from ashlar_migrations"));
    }

    [Theory]
    [InlineData("remove a field", "U1 Shop.Book.note")]
    [InlineData("remove an enum value", "U6 Shop.Book.color")]
    [InlineData("an optional field becomes required", "")]
    [InlineData("add a required field with a value", "U2 Shop.Book.blurb")]
    [InlineData("convert a field", "U4 Shop.Book.pages")]
    public void What_nobody_decided_is_asked(string name, string question)
    {
        var change = ChangeCorpus.Of(name) with { Decisions = Decisions.None };

        var questions = MigrationWriter.Write(change, Emit.Sql.Dialect.PostgreSql, number: 2).Questions
            .Select(asked => $"{asked.Code} {asked.Element}");

        Assert.Equal(question.Length == 0 ? [] : [question], questions.Where(asked => asked != "U6 Shop.Book.mood"));
    }
}
