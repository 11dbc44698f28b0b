using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>The bytes of a file, which a browser saves and never shows: what people upload must not act as a page.</summary>
public sealed class FileReply(StoredFile file, string name) : IReply
{
    /// <summary>200 with the bytes, or not found.</summary>
    public static IReply Of(StoredFile? file, string name) => file is null ? Refusal.NotFound : new FileReply(file, name);

    async Task IReply.WriteAsync(HttpContext http)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.ContentType = file.MediaType;
        http.Response.ContentLength = file.Content.Length;
        http.Response.Headers.ContentDisposition = disposition.ToString();
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }
}
