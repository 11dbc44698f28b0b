using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>
/// A database that was migrated is the one that is made from scratch, and every value that no decision gives up is still there.
/// </summary>
public sealed class MigrationTests(PostgresServer server)
{
    public static TheoryData<string, DatabaseKind> Changes
    {
        get
        {
            var data = new TheoryData<string, DatabaseKind>();
            foreach (var name in ChangeCorpus.Names)
            {
                data.Add(name, DatabaseKind.Sqlite);
                data.Add(name, DatabaseKind.Postgres);
            }

            return data;
        }
    }

    public static TheoryData<string, string> Refused => new(ChangeCorpus.Refused);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_migrated_is_what_is_made_from_scratch_and_keeps_its_values(string name, DatabaseKind kind)
    {
        var change = ChangeCorpus.Of(name);
        await using var lab = await MigrationLab.CreateAsync(kind, server, change.Before);
        await lab.FillAsync(change.Before);
        await using var fresh = await MigrationLab.CreateAsync(kind, server, change.After);
        var migration = lab.Write(change);
        Assert.Empty(migration.Questions.Select(question => $"{question.Code} {question.Element}"));

        await lab.MigrateKeepingAsync(change, migration);

        Assert.Equal(string.Join('\n', await fresh.CatalogAsync()), string.Join('\n', await lab.CatalogAsync()));
        Assert.Equal([migration.To], await lab.TextsAsync("select hash from ashlar_schema"));
        var tables = new MigrationSchemas(change, lab.Dialect, 2).Pairs;
        Assert.All(tables, pair => Assert.DoesNotContain("__", pair.New.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_value_of_several_parts_is_filled_as_a_whole(DatabaseKind kind)
    {
        var change = ChangeCorpus.Of("an optional value becomes required");
        await using var lab = await MigrationLab.CreateAsync(kind, server, change.Before);
        await lab.FillAsync(change.Before);
        await lab.ExecuteAsync("update shop_books set size_depth = null");
        var sizes = "select size_width || ' ' || coalesce(cast(size_depth as text), 'none') from shop_books order by id";
        var before = await lab.TextsAsync(sizes.Replace("size_width", "coalesce(cast(size_width as text), '7')",
            StringComparison.Ordinal));

        await lab.MigrateAsync(lab.Write(change));

        Assert.Equal(["7 4", .. before.Skip(1)], await lab.TextsAsync(sizes));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_no_migration_carries_out_is_refused(string change, string question)
    {
        foreach (var dialect in new[] { Dialect.Sqlite, Dialect.PostgreSql })
        {
            var asked = MigrationWriter.Write(ChangeCorpus.Of(change), dialect, 2).Questions;
            Assert.Contains(question, asked.Select(one => $"{one.Code} {one.Element}"));
        }
    }
}
