using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ashlar.Kernel;

/// <summary>
/// What a refused request has still to send. A connection that is closed while bytes arrive is reset, and then the client
/// may lose the refusal; so a bounded part of them is read and thrown away.
/// </summary>
internal static class UnreadBody
{
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static async Task DiscardAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        await http.Response.CompleteAsync();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        time.CancelAfter(Longest);
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, time.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away, sends too much or too slowly: it has had its answer.
        }
    }
}
