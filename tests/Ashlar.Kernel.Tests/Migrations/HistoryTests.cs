using Ashlar.Core;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Schemas;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>
/// The history of an example, from every version that it had to the newest one: a database with rows becomes the one that is
/// made from scratch, and no value is gone but those that a decision gave up.
/// </summary>
public sealed class HistoryTests(PostgresServer server)
{
    [Theory]
    [InlineData("conduit", DatabaseKind.Sqlite)]
    [InlineData("conduit", DatabaseKind.Postgres)]
    public async Task Every_version_of_an_example_leads_to_the_newest(string example, DatabaseKind kind)
    {
        var versions = VersionsOf(example);
        Assert.True(versions.Count > 10, $"{example} has {versions.Count} plans");
        var steps = versions.Zip(versions.Skip(1), Step).ToList();
        await using var fresh = await MigrationLab.CreateAsync(kind, server, versions[^1].Model);
        var newest = string.Join('\n', await fresh.CatalogAsync());
        for (var first = 0; first < steps.Count; first++)
        {
            await using var lab = await MigrationLab.CreateAsync(kind, server, versions[first].Model);
            await lab.FillAsync(versions[first].Model);
            for (var i = first; i < steps.Count; i++)
            {
                await lab.MigrateKeepingAsync(steps[i], lab.Write(steps[i], number: i + 2));
            }

            Assert.Equal(newest, string.Join('\n', await lab.CatalogAsync()));
        }
    }

    private static Correspondence Step(Compilation before, Compilation after)
    {
        var plan = ChangePlan.Of(before, after);
        Assert.Empty(plan.Findings.Where(found => found.IsError).Select(found => found.Message));
        return plan.Pairs;
    }

    /// <summary>The models that were applied, oldest first.</summary>
    private static List<Compilation> VersionsOf(string example)
    {
        var history = Path.Combine(SchemaDatabase.Root(), "examples", example, "history");
        return [.. Directory.EnumerateDirectories(history).Order(StringComparer.Ordinal).Select(ModelOf)];
    }

    private static Compilation ModelOf(string entry) => Compilation.Create(
    [
        .. Directory.EnumerateFiles(Path.Combine(entry, "model"), "*.ashlar").Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllText(file))),
    ]);
}
