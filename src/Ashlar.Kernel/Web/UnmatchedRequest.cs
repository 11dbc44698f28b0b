using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>Gives the bare status codes of ASP.NET Core a problem document.</summary>
internal static class UnmatchedRequest
{
    public static Task WriteAsync(HttpContext http) => ProblemWriter.WriteAsync(http, http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Refusal.NotFound,
        StatusCodes.Status405MethodNotAllowed => new("method-not-allowed", 405, "This resource does not have that method."),
        var status => new("refused", status, "The request was refused."),
    });
}
