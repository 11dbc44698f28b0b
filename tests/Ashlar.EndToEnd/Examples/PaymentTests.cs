using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Examples;

/// <summary>The bookshop is paid by a service that loses answers, answers late or is down, and is killed meanwhile.</summary>
public sealed class PaymentTests(PostgresServer postgres) : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().WithModelOf("bookshop");
    private readonly PaymentStandIn _payments = new();

    public void Dispose()
    {
        _payments.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_is_killed_between_a_payment_and_its_answer_has_it_paid_once(bool isPostgres)
    {
        _payments.Withheld = 1;
        string[] options = isPostgres ? ["--database", await postgres.CreateDatabaseAsync()] : [];
        var run = await Start(options);
        var order = await Place(run, await Requests.SignIn(run, "ann@reader.example"));
        await _payments.Charged.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await run.DisposeAsync();

        await using var again = await Start(options);
        await BecomesAsync(again, order, "Paid");

        Assert.Equal(["charges"], _payments.Done);
        Assert.Single(_payments.Asked, "POST /charges");
        Assert.Contains("GET /charges", _payments.Asked);
    }

    [Fact]
    public async Task A_service_that_answers_too_late_is_asked_and_not_paid_twice()
    {
        _payments.Withheld = 1;
        await using var run = await Start();
        var order = await Place(run, await Requests.SignIn(run, "ann@reader.example"));

        await BecomesAsync(run, order, "Paid");
        _payments.Release();

        Assert.Equal(["charges"], _payments.Done);
        Assert.Single(_payments.Asked, "POST /charges");
    }

    [Fact]
    public async Task A_service_that_is_down_is_tried_again()
    {
        _payments.Refuse = asked => asked < 3 ? 503 : null;
        await using var run = await Start();
        var order = await Place(run, await Requests.SignIn(run, "ann@reader.example"));

        await BecomesAsync(run, order, "Paid");

        Assert.Equal(["charges"], _payments.Done);
        Assert.Equal(3, _payments.Asked.Count);
    }

    private Task<LiveRun> Start(params string[] options)
    {
        _folder.With("config/appsettings.Development.json", $$"""
            { "Ordering": { "Payments": { "baseUrl": "{{_payments.Address}}" } } }
            """);
        return LiveRun.Start(_folder.Root, options);
    }

    private static async Task<string> Place(LiveRun run, string token)
    {
        var books = await Requests.Json(run, HttpMethod.Get, "/api/books?sort=title", token);
        var book = books.GetProperty("items").EnumerateArray()
            .First(one => one.GetProperty("title").GetString() == "Frankenstein").GetProperty("id").GetString();
        var made = await Requests.Json(run, HttpMethod.Post, "/api/orders", token, new
        {
            delivery = new { name = "Ann", street = "4 Mill Lane", postcode = "75011", city = "Paris", country = "FR" },
            card = "card-4242",
            lines = new[] { new { book, quantity = 1 } },
        });
        var order = made.GetProperty("id").GetString() ?? "";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/orders/{order}/place-order");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return order;
    }

    /// <summary>Waits until the order is in a state; the test's time ends what never comes.</summary>
    private static async Task BecomesAsync(LiveRun run, string order, string status)
    {
        var token = await Requests.SignIn(run, "ann@reader.example");
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(TimeSpan.FromMinutes(2));
        while (await StatusAsync(run, order, token) != status)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), time.Token);
        }
    }

    private static async Task<string?> StatusAsync(LiveRun run, string order, string token) =>
        (await Requests.Json(run, HttpMethod.Get, $"/api/orders/{order}", token)).GetProperty("status").GetString();
}
