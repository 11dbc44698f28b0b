using System.Globalization;
using Ashlar.Bench.Endpoints;

namespace Ashlar.Bench.Load;

/// <summary>The requests of one connection: what the workload asks, of rows spread over the whole table.</summary>
internal sealed class RequestStream : IDisposable
{
    // A step that shares no factor with the row counts visits rows in an order that no cache likes.
    private const int Step = 7919;

    private readonly HttpConnection _connection;
    private readonly string _workload;
    private readonly int _index;
    private readonly LoadSize _size;
    private readonly string? _token;
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];
    private int _sent;
    private string? _version;

    private RequestStream(HttpConnection connection, string workload, int index, LoadSize size)
    {
        _connection = connection;
        _workload = workload;
        _index = index;
        _size = size;
        var isWrite = workload is "post" or "patch" or "action";
        _token = !size.IsSignedIn ? null : isWrite ? People.Clerk(index).Token : People.Reader(index).Token;
    }

    public static async Task<RequestStream> OpenAsync(Uri server, string workload, int index, LoadSize size)
    {
        var stream = new RequestStream(await HttpConnection.OpenAsync(server), workload, index, size);
        if (workload == "patch")
        {
            var read = HttpConnection.Request("GET", stream.PatchedPath, stream._token, body: null, ifMatch: null);
            stream._version = (await stream._connection.SendAsync(read)).ETag;
        }

        return stream;
    }

    private string PatchedPath => $"/api/products/{ShopIds.Product(_index)}";

    public async ValueTask SendNextAsync()
    {
        var number = _sent++;
        var answer = await _connection.SendAsync(Next(number));
        var expected = _workload == "post" ? 201 : 200;
        if (answer.Status != expected)
        {
            throw new InvalidOperationException($"{_workload} answered {answer.Status}.");
        }

        _version = answer.ETag;
    }

    public void Dispose() => _connection.Dispose();

    private byte[] Next(int number)
    {
        var place = (int)(((long)number * _size.Connections + _index) * Step % _size.Rows);
        return _workload switch
        {
            "byid" => Get($"/api/products/{ShopIds.Product(place)}"),
            "page" => Get($"/api/products?category={ShopIds.Category(place % ShopIds.Categories)}&sort=-addedAt&limit=20"),
            "order" => Get($"/api/orders/{ShopIds.Order(OwnOrder(place))}"),
            "post" => HttpConnection.Request("POST", "/api/products", _token, Created(number, place), ifMatch: null),
            "action" => HttpConnection.Request(
                "POST", $"/api/products/{ShopIds.Product(InStock(place))}/take-stock", _token, """{"copies":1}""", ifMatch: null),
            "patch" => HttpConnection.Request("PATCH", PatchedPath, _token, Changed(number), _version),
            _ => throw new InvalidOperationException($"There is no workload {_workload}."),
        };
    }

    private byte[] Get(string path) => HttpConnection.Request("GET", path, _token, body: null, ifMatch: null);

    // A reader may read the orders of its own account, which is every sixteenth.
    private int OwnOrder(int place)
    {
        var group = place / 2 / People.Readers % (_size.Rows / 2 / People.Readers);
        return group * People.Readers + _index % People.Readers;
    }

    // The stock of a product is its place, counted anew after each 500.
    private int InStock(int place) => _size.Rows < 500 ? place : place - (place % 500) + 250 + (place % 250);

    private string Created(int number, int place)
    {
        var category = ShopIds.Category(place % ShopIds.Categories);
        return $$"""
            {"sku":"{{_run}}-{{_index}}-{{number}}","name":"A product that the benchmark makes",
            "description":"{{ShopData.Description}}","price":12.50,"stock":3,"category":"{{category}}"}
            """;
    }

    private static string Changed(int number) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"price":{{number % 90 + 10}}.75,"stock":{{number % 1000}}}""");
}
