using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>
/// Gives the bare status codes of ASP.NET Core a problem document. What the model's own endpoints answer is complete.
/// </summary>
internal static class UnmatchedRequest
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ModelElement>() is null ? AnswerAsync(http, next) : next(http);

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var response = http.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await WriteAsync(http);
        }
    }

    private static Task WriteAsync(HttpContext http) => ProblemWriter.WriteAsync(http, http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Refusal.NotFound,
        StatusCodes.Status405MethodNotAllowed => new("method-not-allowed", 405, "This resource does not have that method."),
        var status => new("refused", status, "The request was refused."),
    });
}
