using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>
/// A change whose request has an <c>Idempotency-Key</c>: sent again, it gets the answer that it got and changes nothing.
/// What is stored tells neither the key nor the request, which may hold a password: both are hashed, the request with the
/// key as the secret.
/// </summary>
internal sealed class KeyedRequest
{
    private const string Header = "Idempotency-Key";
    private const int MaxLength = 255;

    private static readonly Refusal Malformed = Refusal.Invalid(
        new FieldProblem(Header, "malformed", $"Send one key of 1 to {MaxLength} visible ASCII characters."));

    private readonly HttpRequest _request;
    private readonly EndpointKind _kind;
    private readonly string _key;

    private byte[]? _content;

    private KeyedRequest(HttpRequest request, EndpointKind kind, string key)
    {
        _request = request;
        _kind = kind;
        _key = key;
    }

    /// <summary>
    /// The request with its key, if it has one and changes something. Answers to a sign-in are never stored: they hold tokens.
    /// </summary>
    public static (KeyedRequest? Keyed, Refusal? Refusal) Of(HttpRequest request, EndpointKind kind)
    {
        if (kind is EndpointKind.Download or EndpointKind.SignIn
            || HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || !request.Headers.TryGetValue(Header, out var keys))
        {
            return default;
        }

        return keys is [{ Length: > 0 and <= MaxLength } key] && key.All(c => c is > ' ' and <= '~')
            ? (new(request, kind, key), null)
            : (null, Malformed);
    }

    /// <summary>Reads the body where it is JSON, and leaves it to be read. An upload is read when its time has come.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        if (_kind == EndpointKind.Upload || _content is not null)
        {
            return;
        }

        var body = new MemoryStream();
        _request.HttpContext.Response.RegisterForDispose(body);
        await _request.Body.CopyToAsync(body, cancellation);
        _request.Body = body;
        body.Position = 0;
        _content = await SHA256.HashDataAsync(body, cancellation);
        body.Position = 0;
    }

    /// <summary>Takes note of an upload that was read.</summary>
    public void Note(byte[] content) => _content = SHA256.HashData(content);

    /// <summary>
    /// Under what the answer to this caller is stored. Nobody has a name, so anybody who sends another request may use the same
    /// key: there it is the answer to the key and the request, and null as long as the request is not read.
    /// </summary>
    public byte[]? IdOf(Caller caller)
    {
        if (caller.IsSignedIn)
        {
            return Hash($"{caller.Id?.ToString("N") ?? "installer"} {_key}");
        }

        return _content is null ? null : Hash($"nobody {_key} {Convert.ToHexStringLower(FingerprintOf(_content))}");
    }

    /// <summary>By what the same request is known again. It reads an upload that was not read.</summary>
    public async ValueTask<byte[]> FingerprintAsync(CancellationToken cancellation) =>
        FingerprintOf(_content ??= await SHA256.HashDataAsync(_request.Body, cancellation));

    private byte[] FingerprintOf(byte[] content)
    {
        var target = _request.PathBase.Add(_request.Path).ToUriComponent() + _request.QueryString.ToUriComponent();
        var text = string.Join('\n', _request.Method, target, _request.Headers.IfMatch, Convert.ToHexStringLower(content));
        return HMACSHA256.HashData(Encoding.ASCII.GetBytes(_key), Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
