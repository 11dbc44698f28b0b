using System.Text;
using Ashlar.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.SystemTesting;

/// <summary>Calls the system as an outside service does.</summary>
public sealed partial class TestSystem
{
    /// <summary>Sends what is signed with the key of the system.</summary>
    public Task<TestReply> DeliverAsync(string path, string body) => DeliverAsync(path, body, body);

    /// <summary>Sends a body with the signature of another one.</summary>
    public async Task<TestReply> DeliverAsync(string path, string body, string signed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) };
        var now = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var (name, value) in SignatureOf(path).Sign(Encoding.UTF8.GetBytes(signed), now))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync("an outside service", request);
    }

    private HmacSignature SignatureOf(string path) => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText == path)
        .Select(endpoint => endpoint.Metadata.GetMetadata<HmacSignature>())
        .OfType<HmacSignature>()
        .First();
}
