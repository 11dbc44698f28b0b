using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Ashlar.Testing;
using Npgsql;

namespace Ashlar.EndToEnd.Tool;

/// <summary>`ashlar run`: from a model to answers, from an edit to other answers, and an orderly end.</summary>
public sealed class RunTests(PostgresServer postgres) : IDisposable
{
    private const string Model = "model/catalog.ashlar";
    private const string Notes = "expose Press.Note { list { sort text } }";

    private const string Press = """
        module Press

        entity Note { text: text max 100   access { read to anyone   never create, update, delete } }
        """;

    private readonly TemporaryFolder _folder = new TemporaryFolder().WithModelOf("bookshop");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_edit_is_served_a_broken_one_is_not_and_the_system_stops_in_order()
    {
        var good = _folder.Read(Model);
        await using var run = await LiveRun.Start(_folder.Root);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(run, "/api/books"));

        _folder.With(Model, good.Replace("  title: ", "  titel: ", StringComparison.Ordinal));
        var refused = await run.Next("refused");
        Assert.True(refused.GetProperty("isStillServing").GetBoolean());
        Assert.NotEmpty(refused.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, await StatusOf(run, "/api/books"));

        _folder.With(Model, good);
        await run.Next("unchanged");

        _folder.With("model/press.ashlar", Press);
        var api = _folder.Read("model/api.ashlar");
        var wider = api.Replace("  expose Catalog.Author ", $"  {Notes}\n  expose Catalog.Author ", StringComparison.Ordinal);
        _folder.With("model/api.ashlar", wider);
        await Reloaded(run);
        Assert.Equal("{\"items\":[],\"next\":null}", await Text(run, "/api/notes"));
        Assert.Equal(0, await run.Stop("TERM"));
    }

    [Fact]
    public async Task The_rows_are_there_again_after_a_restart_and_control_c_ends_it()
    {
        string first;
        await using (var run = await LiveRun.Start(_folder.Root))
        {
            first = await Text(run, "/api/authors?sort=name");
            Assert.Equal(0, await run.Stop("INT"));
        }

        await using (var run = await LiveRun.Start(_folder.Root))
        {
            Assert.Equal(first, await Text(run, "/api/authors?sort=name"));
        }
    }

    [Fact]
    public async Task A_broken_model_ends_the_run_with_its_findings()
    {
        _folder.With(Model, "entity {");
        await using var run = LiveRun.Launch(_folder.Root);
        Assert.False((await run.Next("refused")).GetProperty("isStillServing").GetBoolean());
        await run.Next("stopped");
        Assert.Equal(1, await run.Exit());
    }

    [Fact]
    public async Task A_taken_address_is_a_finding_about_the_machine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var run = LiveRun.Launch(_folder.Root, "--urls", $"http://127.0.0.1:{port}");
        var refused = await run.Next("refused");
        Assert.Equal("port-in-use", refused.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        await run.Next("stopped");
        Assert.Equal(3, await run.Exit());
    }

    [Fact]
    public async Task Several_that_start_at_once_find_an_address_each()
    {
        string[] folders = ["a", "b", "c"];
        foreach (var file in Directory.GetFiles(_folder.PathOf("model")))
        {
            Array.ForEach(folders, name => _folder.With($"{name}/model/{Path.GetFileName(file)}", File.ReadAllText(file)));
        }

        var runs = await Task.WhenAll(folders.Select(name => LiveRun.Start(_folder.PathOf(name))));
        Assert.Equal(folders.Length, runs.Select(run => run.Http.BaseAddress).Distinct().Count());
        foreach (var run in runs)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusOf(run, "/api/books"));
            await run.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_a_finding_about_the_machine()
    {
        await using var run = LiveRun.Launch(_folder.Root, "--database", "postgres://nobody:secret@127.0.0.1:1/nothing");
        var found = (await run.Next("refused")).GetProperty("diagnostics")[0];
        Assert.Equal("database-unavailable", found.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", found.GetRawText(), StringComparison.Ordinal);
        await run.Next("stopped");
        Assert.Equal(3, await run.Exit());
    }

    [Theory]
    [InlineData("postgres://shop:secret@/books")]
    [InlineData("postgres://shop:secret@localhost/books?nonsense=1")]
    [InlineData("Host=localhost;Port=secret")]
    public async Task What_is_no_address_of_a_database_is_a_mistake_of_the_command_line(string address)
    {
        var run = await ProcessRun.Ashlar("run", _folder.Root, "--database", address);
        Assert.Equal(2, run.Code);
        Assert.Contains("not an address of PostgreSQL", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_postgres_the_sample_rows_are_served_and_changed_and_stay(bool isUrl)
    {
        var settings = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync()) { Password = "secret" };
        var address = isUrl
            ? $"postgres://{settings.Username}:secret@{settings.Host}:{settings.Port}/{settings.Database}"
            : settings.ConnectionString;
        string book;
        await using (var run = await LiveRun.Start(_folder.Root, "--database", address))
        {
            Assert.Equal($"postgres://owner@127.0.0.1:{settings.Port}/{settings.Database}", run.Database);
            var books = await Json(run, "/api/books?sort=title");
            Assert.NotEqual(0, books.GetProperty("items").GetArrayLength());
            book = books.GetProperty("items")[0].GetRawText();
            Assert.Equal(0, await run.Stop("TERM"));
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Root, "*.db", SearchOption.AllDirectories), _ => true);
        await using (var run = await LiveRun.Start(_folder.Root, "--database", address))
        {
            Assert.Equal(book, (await Json(run, "/api/books?sort=title")).GetProperty("items")[0].GetRawText());
        }
    }

    /// <summary>Two files were saved one after the other: the first alone may have been looked at.</summary>
    private static async Task Reloaded(LiveRun run)
    {
        Assert.True((await run.Next("serving")).GetProperty("isReload").GetBoolean());
        if (await StatusOf(run, "/api/notes") == HttpStatusCode.NotFound)
        {
            await run.Next("serving");
        }
    }

    private static async Task<HttpStatusCode> StatusOf(LiveRun run, string path)
    {
        using var response = await run.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<JsonElement> Json(LiveRun run, string path) =>
        JsonDocument.Parse(await Text(run, path)).RootElement;

    private static Task<string> Text(LiveRun run, string path) =>
        run.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
