using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Examples;

/// <summary>The bookshop is paid by a service that loses answers, answers late or is down, and is killed meanwhile.</summary>
public sealed class PaymentTests(PostgresServer postgres) : IDisposable
{
    private const string Settled = "/callbacks/payments/settled";

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_tells_twice_that_it_has_passed_the_money_on_is_heard_once(bool isPostgres)
    {
        string[] options = isPostgres ? ["--database", await postgres.CreateDatabaseAsync()] : [];
        await using var run = await Start(options);
        var token = await Requests.SignIn(run, "ann@reader.example");
        var order = await Place(run, token);
        await BecomesAsync(run, order, "Paid");
        var paid = await Requests.Json(run, HttpMethod.Get, $"/api/orders/{order}", token);
        var amount = paid.GetProperty("total").GetDecimal() - paid.GetProperty("discount").GetDecimal();
        var told = Told("D-1", amount);
        var now = DateTimeOffset.UtcNow;

        using var forged = await PaymentStandIn.TellAsync(run.Http, Settled, told, now, key: "another-key-of-some-length");
        using var overheard = await PaymentStandIn.TellAsync(run.Http, Settled, told, now.AddMinutes(-10));
        Assert.Equal((401, 401), ((int)forged.StatusCode, (int)overheard.StatusCode));
        Assert.Null(await SettledAsync(run, order, token));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => PaymentStandIn.TellAsync(run.Http, Settled, told, now)));
        Assert.All(answers, answer => Assert.Equal(204, (int)answer.StatusCode));
        Assert.Single(answers, answer => !answer.Headers.Contains("Idempotency-Replayed"));
        var settled = await SettledAsync(run, order, token);
        Assert.NotNull(settled);

        using var again = await PaymentStandIn.TellAsync(run.Http, Settled, told, now.AddSeconds(1));
        using var other = await PaymentStandIn.TellAsync(run.Http, Settled, Told("D-1", amount + 1), now);
        using var wrong = await PaymentStandIn.TellAsync(run.Http, Settled, Told("D-2", amount + 1), now);
        Assert.Equal((204, 422, 422), ((int)again.StatusCode, (int)other.StatusCode, (int)wrong.StatusCode));
        Assert.Equal(settled, await SettledAsync(run, order, token));
    }

    private string Told(string delivery, decimal amount) =>
        JsonSerializer.Serialize(new { delivery, receipt = _payments.Receipts.Single(), amount });

    private static async Task<string?> SettledAsync(LiveRun run, string order, string token) =>
        (await Requests.Json(run, HttpMethod.Get, $"/api/orders/{order}", token)).GetProperty("settledAt").GetString();

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
