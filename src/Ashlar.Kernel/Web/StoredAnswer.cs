using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>An answer that was stored with what the request changed, to be given again.</summary>
internal sealed class StoredAnswer : IReply
{
    private static readonly Statement Select = new(
        """
        select request, status, etag, location, media_type, body from ashlar_answers where id = $1 and expires_at > $2
        """);

    private static readonly Statement Insert = new(
        """
        insert into ashlar_answers (id, request, status, etag, location, media_type, body, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set request = excluded.request, status = excluded.status, etag = excluded.etag,
          location = excluded.location, media_type = excluded.media_type, body = excluded.body, expires_at = excluded.expires_at
        where ashlar_answers.expires_at <= $9
        """);

    private static readonly Statement RemoveExpired = new(
        """
        delete from ashlar_answers where id in (
          select id from ashlar_answers where expires_at <= $1 order by expires_at limit $2)
        """);

    private readonly byte[] _request;
    private readonly int _status;
    private readonly string? _etag;
    private readonly string? _location;
    private readonly string? _mediaType;
    private readonly byte[] _body;

    private StoredAnswer(byte[] request, int status, string? etag, string? location, string? mediaType, byte[] body)
    {
        _request = request;
        _status = status;
        _etag = etag;
        _location = location;
        _mediaType = mediaType;
        _body = body;
    }

    /// <summary>What a reply says to a request.</summary>
    public static async Task<StoredAnswer> OfAsync(IReply reply, byte[] request)
    {
        var body = new MemoryStream();
        var http = new DefaultHttpContext { Response = { Body = body } };
        await reply.WriteAsync(http);
        var headers = http.Response.Headers;
        return new(request, http.Response.StatusCode, headers.ETag, headers.Location, headers.ContentType, body.ToArray());
    }

    /// <summary>Whether this is the request that it answers.</summary>
    public bool IsTo(byte[] request) => _request.AsSpan().SequenceEqual(request);

    /// <summary>The answer under an id, as long as its time lasts.</summary>
    public static ValueTask<StoredAnswer?> FindAsync(Session session, byte[] id, DateTimeOffset now) =>
        session.FirstAsync(Select, Read, Value.Bytes(id), now);

    /// <summary>Stores it until a moment, unless an answer is there already, which may be another request's.</summary>
    public async Task<bool> StoreAsync(Session session, byte[] id, DateTimeOffset now, DateTimeOffset until) =>
        await session.ExecuteAsync(
            Insert, Value.Bytes(id), Value.Bytes(_request), _status, _etag, _location, _mediaType, Value.Bytes(_body), until,
            now) == 1;

    /// <summary>Deletes answers whose time is over; how many there were, of so many at most.</summary>
    public static ValueTask<int> RemoveExpiredAsync(Session session, DateTimeOffset now, int most) =>
        session.ExecuteAsync(RemoveExpired, now, most);

    async Task IReply.WriteAsync(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = _status;
        response.Headers["Idempotency-Replayed"] = "true";
        response.Headers.ETag = _etag;
        response.Headers.Location = _location;
        if (_mediaType is not null)
        {
            response.ContentType = _mediaType;
            response.ContentLength = _body.Length;
            await response.Body.WriteAsync(_body, http.RequestAborted);
        }
    }

    private static StoredAnswer Read(Rows rows) => new(
        rows.Bytes(0), rows.Int(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.Bytes(5));
}
