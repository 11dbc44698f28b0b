using System.Globalization;
using Ashlar.ByHand;

// What somebody writes who knows both drivers well and wants speed: the yardstick of the generated endpoints.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var (connection, url) = (args[0], args[1]);
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls(url);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
using IShop shop = connection.Contains("Host=", StringComparison.Ordinal)
    ? new PostgresShop(connection)
    : new SqliteShop(connection);
var endpoints = new Endpoints(shop);
app.MapGet("/api/products/{id}", (RequestDelegate)endpoints.ReadProductAsync);
app.MapGet("/api/products", (RequestDelegate)endpoints.ListProductsAsync);
app.MapGet("/api/orders/{id}", (RequestDelegate)endpoints.ReadOrderAsync);
app.MapPost("/api/products", (RequestDelegate)endpoints.CreateProductAsync);
app.MapPost("/api/products/{id}/take-stock", (RequestDelegate)endpoints.TakeStockAsync);
app.MapPatch("/api/products/{id}", (RequestDelegate)endpoints.UpdateProductAsync);
var handling = endpoints.HandleAsync(app.Lifetime.ApplicationStopping);
await app.RunAsync();
await handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
