using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json;
using Ashlar.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ashlar.EndToEnd.Tool;

/// <summary>A workflow that changes twice while instances of it wait, and a process of an old build that comes late.</summary>
public sealed class VersionTests(PostgresServer postgres) : IDisposable
{
    private const string First = """
        system Shop { title "A shop that sends parcels" }
        module Sales
        role Packer granted by Packer

        entity Person principal plural "people" {
          email:    email unique
          password: password min 12 max 128
          access { read to signed in where this == caller }
        }

        entity Order {
          number: text max 20
          parcel: text? max 40 readonly
          label:  text? max 40 readonly
          access { read, create to Packer }
        }

        enum Speed { Slow, Fast }
        event OrderPlaced per order { order: Order   speed: Speed }
        event ParcelArrived { parcel: text max 40 }

        action Place {
          input  { order: Order }
          access to Packer
          do     { emit OrderPlaced { order: order, speed: Slow } }
        }

        action Arrive {
          input  { parcel: text max 40 }
          access to Packer
          do     { emit ParcelArrived { parcel: parcel } }
        }

        workflow Fulfilment {
          start on OrderPlaced as placed
          key   placed.order
          as    system

          step Pack {
            task   "Pack {placed.order.number}" for Packer
            ask    { parcel: text max 40 } as packed
            within 5d else go Lost
            then   Travel
          }

          step Travel {
            wait {
              for ParcelArrived as arrived where arrived.parcel == packed.parcel then Close
              within 14d then Lost
            }
          }

          step Close {
            do {
              if placed.speed == Slow { set placed.order.parcel = packed.parcel }
            }
            then Done
          }

          end Done
          end Lost
        }
        // end

        sample pat: Person as Packer { email: "pat@shop.example", password: "correct horse battery" }

        api Shop {
          path "/api"
          sign in with password
          run Place, Arrive
          expose tasks
          expose Order { list read create }
        }
        """;

    private const string Second = """
        workflow Delivery was Fulfilment {
          start on OrderPlaced as placed
          key   placed.order
          as    system

          step PackWell was Pack {
            task   "Pack {placed.order.number} well" for Packer
            ask    { parcel: text max 40 } as wrapped was packed
            within 5d else go Lost
            then   Journey
          }

          step Journey was Travel {
            wait {
              for ParcelCame as arrived where arrived.parcel == wrapped.parcel then Close
              within 14d then Lost
            }
          }

          step Close {
            do {
              if placed.speed == Calm { set placed.order.parcel = wrapped.parcel }
            }
            then Done
          }

          end Done
          end Lost
        }

        """;

    private const string Third = """
        workflow Delivery {
          start on OrderPlaced as placed
          key   placed.order
          as    system

          step Label {
            task   "Label {placed.order.number}" for Packer
            ask    { parcel: text max 40, label: text max 40 } as wrapped
            within 5d else go Lost
            then   Journey
          }

          step Journey {
            wait {
              for ParcelCame as arrived where arrived.parcel == wrapped.parcel then Close
              within 14d then Lost
            }
          }

          step Close {
            do {
              if  placed.speed == Calm { set placed.order.parcel = wrapped.parcel }
              set placed.order.label = wrapped.label
            }
            then Done
          }

          end Done
          end Lost
        }
        change {
          move Delivery.PackWell to Label because "Parcels get labels."
          fill Delivery.wrapped.label = "none" because "What was packed before has no label."
        }

        """;

    private const string Renamed = "event ParcelArrived => event ParcelCame was ParcelArrived;"
        + "emit ParcelArrived => emit ParcelCame;Slow, Fast => Calm was Slow, Fast;speed: Slow => speed: Calm";

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Instances_of_the_first_version_are_ended_by_the_third(string kind)
    {
        var database = kind == "sqlite" ? _folder.PathOf("shop.db") : await postgres.CreateDatabaseAsync();
        await ApplyAsync(First);
        await using (var run = await LiveRun.Start(_folder.Root, "--database", database))
        {
            var token = await Requests.SignIn(run, "pat@shop.example");
            await PlaceAsync(run, token, "waits for its packer");
            await PlaceAsync(run, token, "travels");
            await CompleteAsync(run, token, "Pack travels", new { parcel = "P-1" });
            await SeenAsync(database, "Pack:Waiting Travel:Waiting");
            Assert.Equal(0, await run.Stop("TERM"));
        }

        var second = Edited(Between(First, Second), Renamed.Split(';'));
        await ApplyAsync(second);
        await MigrateAsync(database);
        Assert.Equal("Journey:Waiting PackWell:Waiting", await AskAsync(database, Places));

        await ApplyAsync(Between(second.Replace(" was ParcelArrived", "", StringComparison.Ordinal)
            .Replace(" was Slow", "", StringComparison.Ordinal), Third));
        await MigrateAsync(database);
        Assert.Equal("Journey:Waiting Label:Ready", await AskAsync(database, Places));
        Assert.Equal("3", await AskAsync(database, "select max(version) || '' from ashlar_flow_tokens where version = "
            + "(select min(version) from ashlar_flow_queue)"));

        await using (var run = await LiveRun.Start(_folder.Root, "--database", database))
        {
            var token = await Requests.SignIn(run, "pat@shop.example");
            await CompleteAsync(run, token, "Label waits for its packer", new { parcel = "P-2", label = "L-2" });
            await SeenAsync(database, "Journey:Waiting Journey:Waiting");
            await PostAsync(run, token, "/api/arrive", new { parcel = "P-1" });
            await PostAsync(run, token, "/api/arrive", new { parcel = "P-2" });
            await SeenAsync(database, "");

            await AskAsync(database, Late);
            await CompleteAsync(run, token, "Label travels", new { parcel = "P-3", label = "L-3" });
            await SeenAsync(database, "Journey:Waiting");
            Assert.Equal(0, await run.Stop("TERM"));
        }

        Assert.Equal(
            "travels:P-1:none waits for its packer:P-2:L-2",
            await AskAsync(database, "select " + All("number || ':' || parcel || ':' || label", "sales_orders", "number")));
        Assert.Equal("Done", await AskAsync(database, "select max(outcome) from ashlar_flow_instances where status = 'Ended'"));
    }

    private const string Live = "(select * from ashlar_flow_tokens where status = 'Live') as live";

    private static string Places => "select " + All("step || ':' || phase", Live, "step");

    /// <summary>What a process of the first build leaves that begins an instance behind the migrations.</summary>
    private static string Late => """
        insert into ashlar_flow_instances (id, definition, version, key, status, state, started_at)
          select '00000000-0000-7000-8000-000000000001', 'Sales.Fulfilment', 1, 'late', 'Running',
            cast(replace(replace(cast(state as text), 'Calm', 'Slow'), 'wrapped', 'gone') as jsonb), started_at
          from ashlar_flow_instances where cast(state as text) like '%none%';
        insert into ashlar_flow_tokens (id, instance_id, definition, version, step, status, phase, seq, epoch, claims, attempt)
          values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Sales.Fulfilment', 1,
            'Pack', 'Live', 'Ready', 0, 0, 0, 0);
        insert into ashlar_flow_journal (token_id, seq, instance_id, kind, step, attempt, at)
          select '00000000-0000-7000-8000-000000000002', 0, id, 'start', 'Pack', 0, started_at
          from ashlar_flow_instances where key = 'late';
        insert into ashlar_flow_queue (token_id, definition, version, due_at, stamp)
          select '00000000-0000-7000-8000-000000000002', definition, version, started_at, 0
          from ashlar_flow_instances where key = 'late';
        select ''
        """;

    /// <summary>All of them in one text; aggregates over an ordered query do what both databases do.</summary>
    private static string All(string value, string table, string order) =>
        $"coalesce((select string_agg(value, ' ') from (select {value} as value from {table} order by {order}) as found), '')";

    private static string Between(string text, string workflow) =>
        text[..text.IndexOf("workflow ", StringComparison.Ordinal)] + workflow
        + text[text.IndexOf("// end", StringComparison.Ordinal)..];

    private static string Edited(string text, IEnumerable<string> edits) => edits.Aggregate(text, (edited, edit) =>
    {
        var parts = edit.Split(" => ");
        Assert.Contains(parts[0], edited, StringComparison.Ordinal);
        return edited.Replace(parts[0], parts[1], StringComparison.Ordinal);
    });

    private static async Task PlaceAsync(LiveRun run, string token, string number)
    {
        var order = await Requests.Json(run, HttpMethod.Post, "/api/orders", token, new { number });
        await PostAsync(run, token, "/api/place", new { order = order.GetProperty("id").GetString() });
    }

    private static async Task CompleteAsync(LiveRun run, string token, string title, object answer)
    {
        var task = await UntilAsync(async () =>
        {
            var tasks = await Requests.Json(run, HttpMethod.Get, "/api/tasks", token);
            return tasks.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("title").GetString() == title)
                .Select(item => item.GetProperty("id").GetString()).FirstOrDefault();
        });
        await PostAsync(run, token, $"/api/tasks/{task}/complete", answer);
    }

    private static async Task PostAsync(LiveRun run, string token, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", token);
        using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(
            response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task SeenAsync(string database, string places) => await UntilAsync(
        async () => await AskAsync(database, Places) == places ? places + "." : null);

    /// <summary>The workers of the system are on their own: what they do is asked for until it is done.</summary>
    private static async Task<string> UntilAsync(Func<Task<string?>> ask)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await ask() is { Length: > 0 } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("it does not happen");
    }

    private async Task ApplyAsync(string model)
    {
        _folder.With("model/shop.ashlar", model);
        var run = await ProcessRun.Ashlar("apply", _folder.Root);
        Assert.True(run.Code == 0, run.Out);
    }

    private async Task MigrateAsync(string database)
    {
        var run = await ProcessRun.Ashlar("migrate", _folder.Root, "--database", database);
        Assert.True(run.Code == 0, run.Out);
    }

    private static async Task<string?> AskAsync(string database, string sql)
    {
        var isPostgres = database.Contains("Host=", StringComparison.Ordinal);
        await using DbConnection connection = isPostgres
            ? new NpgsqlConnection(database)
            : new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = isPostgres ? sql : sql.Replace(" as jsonb)", " as text)", StringComparison.Ordinal);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }
}
