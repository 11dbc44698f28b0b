using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>An answer that the request was carried out.</summary>
public sealed class Reply : IReply
{
    private readonly int _status;
    private readonly IShape? _body;
    private readonly long? _version;
    private readonly string? _location;

    private Reply(int status, IShape? body = null, long? version = null, string? location = null)
    {
        _status = status;
        _body = body;
        _version = version;
        _location = location;
    }

    /// <summary>200 with a body.</summary>
    public static Reply Ok(IShape body) => new(StatusCodes.Status200OK, body);

    /// <summary>200 with all rows of an answer that has no pages.</summary>
    public static Reply Items<T>(IReadOnlyList<T> items) where T : IShape => Ok(new Items<T>(items));

    /// <summary>
    /// 200 with a body, and the version of the row as ETag; 204 when the caller may change the row but not read it.
    /// </summary>
    public static Reply Ok(IShape? body, long? version) =>
        new(body is null ? StatusCodes.Status204NoContent : StatusCodes.Status200OK, body, version);

    /// <summary>
    /// 201 with the address of what was created, where it has one; without a body when the caller may not read it.
    /// </summary>
    public static Reply Created(string? location, IShape? body, long? version) =>
        new(StatusCodes.Status201Created, body, version, location);

    /// <summary>The same with another status and an object around the row; what has no body stays as it is.</summary>
    public Reply As(int status, Func<IShape, IShape>? envelope = null) =>
        _body is null ? this : new(status, envelope?.Invoke(_body) ?? _body, _version, _location);

    /// <summary>The same with a status alone.</summary>
    public Reply Empty(int status) => new(status, body: null, _version, _location);

    /// <summary>204 with the version of the row as ETag.</summary>
    public static Reply NoContent(long version) => new(StatusCodes.Status204NoContent, version: version);

    /// <summary>204: done, and nothing to say.</summary>
    public static Reply NoContent() => new(StatusCodes.Status204NoContent);

    Task IReply.WriteAsync(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = _status;
        if (_location is not null)
        {
            response.Headers.Location = _location;
        }

        if (_version is { } version)
        {
            response.Headers.ETag = ETag.Of(version);
        }

        return _body is null ? Task.CompletedTask : JsonResponse.WriteAsync(response, "application/json", _body);
    }
}
