using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>The bytes of a file, which a browser saves and never shows: what people upload must not act as a page.</summary>
public sealed class FileReply : IReply
{
    private readonly StoredFile _file;
    private readonly string _field;

    private FileReply(StoredFile file, string field)
    {
        _file = file;
        _field = field;
    }

    /// <summary>
    /// 200 with the bytes, or not found. The statement decides whether the caller may read them: it gives the id, the media
    /// type and the size of the file, and the version of the row that refers to it, or no row.
    /// </summary>
    /// <param name="session">A session that reads.</param>
    /// <param name="call">The request.</param>
    /// <param name="field">What the file is called when it is saved.</param>
    /// <param name="select">The statement.</param>
    /// <param name="values">The parameters of the statement.</param>
    public static Task<IReply> FindAsync(
        Session session, Call call, string field, Statement select, params ReadOnlySpan<Value> values) =>
        FindAsync(session, call, field, session.FirstAsync(select, StoredFile.Read, values));

    async Task IReply.WriteAsync(HttpContext http)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileName.Of(_field, _file.MediaType));
        http.Response.ContentType = _file.MediaType;
        http.Response.ContentLength = _file.Content.Length;
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ETag = ETag.Of(_file.Version);
        await http.Response.Body.WriteAsync(_file.Content, http.RequestAborted);
    }

    private static async Task<IReply> FindAsync(Session session, Call call, string field, ValueTask<StoredFile?> query)
    {
        if (await query is not { } found)
        {
            return Refusal.NotFound;
        }

        if (!call.TryHold(found.Size))
        {
            return Refusal.Unavailable;
        }

        return await found.LoadAsync(session) is { } file ? new FileReply(file, field) : Refusal.NotFound;
    }
}
