using System.Globalization;
using Ashlar.Bench.Load;
using Ashlar.Testing;

namespace Ashlar.Bench.Endpoints;

/// <summary>
/// Generated endpoints against hand-written ones on both databases: every round asks each of them in turn, and what counts
/// is the ratio within the run.
/// </summary>
internal sealed class EndpointBench(EndpointOptions options, Scratch scratch)
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (EndpointOptions.Of(arguments) is not { } options)
        {
            return Usage.Print();
        }

        using var scratch = Scratch.Create();
        await new EndpointBench(options, scratch).RunAsync();
        return 0;
    }

    private async Task RunAsync()
    {
        var byHand = Repository.At("bench", "Ashlar.ByHand");
        await Programs.RunAsync("dotnet", ["build", byHand, "-c", "Release", "-v", "quiet", "-nologo"]);
        var open = await PublishAsync("open");
        var ruled = await PublishAsync("ruled");
        await using var postgres = new PostgresServer();
        foreach (var database in options.Databases)
        {
            Func<string, Task<string>> create = database == "postgres"
                ? _ => postgres.CreateDatabaseAsync()
                : name => Task.FromResult($"Data Source={Path.Combine(scratch.Path, name + ".db")}");
            await MeasureAsync(database, open, ruled, create);
        }
    }

    private Task<string> PublishAsync(string models)
    {
        Say($"generating and publishing the system `{models}`");
        return GeneratedShop.PublishAsync(Repository.At("bench", "models", models), scratch.Folder(models));
    }

    private async Task MeasureAsync(string database, string open, string ruled, Func<string, Task<string>> create)
    {
        Say($"filling {database} with {options.Rows} products, twice");
        var openData = await FillAsync(open, await create("open"), hasPeople: false);
        var ruledData = await FillAsync(ruled, await create("ruled"), hasPeople: true);
        using var byHand = await MeasuredServer.ByHandAsync(openData);
        using var openServer = await MeasuredServer.GeneratedAsync(open, openData);
        using var ruledServer = await MeasuredServer.GeneratedAsync(ruled, ruledData);
        await SameAnswers.CheckAsync(byHand, openServer, isSignedIn: false);
        Variant[] variants =
        [
            new("by hand", byHand, IsSignedIn: false),
            new("generated, open", openServer, IsSignedIn: false),
            new("generated, signed in", ruledServer, IsSignedIn: true),
        ];
        using (var other = await MeasuredServer.ByHandAsync(ruledData))
        {
            await SameAnswers.CheckAsync(other, ruledServer, isSignedIn: true);
        }

        var table = new RatioTable(database, variants.Select(variant => variant.Name));
        for (var round = 0; round <= options.Rounds; round++)
        {
            var pairs = options.Workloads.SelectMany(_ => variants, (workload, variant) => (workload, variant));
            foreach (var (workload, variant) in pairs)
            {
                var measured = await LoadAsync(workload, variant);
                // The first round warms everything up.
                if (round > 0)
                {
                    table.Add(workload, variant.Name, measured);
                }
            }

            Say($"{database}: round {round} of {options.Rounds}");
        }

        Console.WriteLine(table.Markdown());
        foreach (var variant in variants)
        {
            var memory = ProcessUse.Megabytes(variant.Server.Id, "VmRSS");
            Say(string.Create(CultureInfo.InvariantCulture, $"{variant.Name}: {memory:0} MB"));
        }
    }

    private async Task<string> FillAsync(string assembly, string connection, bool hasPeople)
    {
        await Programs.RunAsync("dotnet", [assembly, "migrate"], MeasuredServer.Settings(connection));
        var data = new ShopData(options.Rows, hasPeople);
        if (connection.StartsWith("Host=", StringComparison.Ordinal))
        {
            await ShopLoader.FillPostgresAsync(connection, data);
            return connection;
        }

        ShopLoader.FillSqlite(connection, data);
        return connection;
    }

    private async Task<Measured> LoadAsync(string workload, Variant variant)
    {
        var size = new LoadSize(options.Connections, options.Seconds, options.Rows, variant.IsSignedIn);
        var before = variant.Server.CpuSeconds;
        string[] arguments =
            [typeof(EndpointBench).Assembly.Location, "load", variant.Server.Address.ToString(), workload, .. size.Arguments];
        var printed = (await Programs.RunAsync("dotnet", arguments)).Split(' ');
        var cpu = variant.Server.CpuSeconds - before;
        var count = long.Parse(printed[0], CultureInfo.InvariantCulture);
        return new(count / double.Parse(printed[1], CultureInfo.InvariantCulture), cpu * 1e6 / count);
    }

    private static void Say(string text) => Console.Error.WriteLine("== " + text);

    private sealed record Variant(string Name, MeasuredServer Server, bool IsSignedIn);
}
