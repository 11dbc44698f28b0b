using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>Carries out one operation and says what came of it.</summary>
public delegate Task<IReply> Handler(Call call);

/// <summary>The endpoints of one api of the model, below one path.</summary>
public sealed class Api
{
    private readonly IEndpointRouteBuilder _routes;
    private readonly Pipeline _pipeline;
    private readonly string _path;
    private readonly ErrorSubject? _subject;

    /// <summary>Whether a change has to name the version of the row that it is meant for.</summary>
    public RowVersion RowVersion
    {
        get => _pipeline.RowVersion;
        init => _pipeline.RowVersion = value;
    }

    /// <summary>Whether bodies may have members that nobody asked for.</summary>
    public bool IgnoresUnknownMembers
    {
        get => _pipeline.IgnoresUnknownMembers;
        init => _pipeline.IgnoresUnknownMembers = value;
    }

    /// <summary>The sites whose pages may call from a browser.</summary>
    public IReadOnlyCollection<string> Origins
    {
        init => _pipeline.Origins = new(value);
    }

    /// <summary>How requests carry the token of their caller.</summary>
    public TokenForm Tokens
    {
        get => _pipeline.Tokens;
        init => _pipeline.Tokens = value;
    }

    /// <summary>What is answered to what is refused; null for problem documents.</summary>
    public ErrorForm? Errors
    {
        get => _pipeline.Errors;
        init => _pipeline.Errors = value;
    }

    /// <summary>The same api for endpoints whose requests are about something of this name.</summary>
    public Api About(string subject) => new(this, subject);

    /// <summary>An api below a path; with <paramref name="roles"/>, callers have no other roles here.</summary>
    public Api(IEndpointRouteBuilder routes, string path, params IReadOnlyCollection<string> roles)
    {
        _routes = routes;
        _path = path;
        _pipeline = new(routes.ServiceProvider, roles);
    }

    private Api(Api whole, string subject)
    {
        _routes = whole._routes;
        _path = whole._path;
        _pipeline = whole._pipeline;
        _subject = new(subject);
    }

    /// <summary>Maps GET. The element is the part of the model that the endpoint comes from.</summary>
    public void Get(string pattern, string element, Handler handler) => Map(["GET", "HEAD"], pattern, element, handler);

    /// <summary>Maps POST.</summary>
    public void Post(string pattern, string element, Handler handler) => Map(["POST"], pattern, element, handler);

    /// <summary>Maps PUT.</summary>
    public void Put(string pattern, string element, Handler handler) => Map(["PUT"], pattern, element, handler);

    /// <summary>Maps PATCH.</summary>
    public void Patch(string pattern, string element, Handler handler) => Map(["PATCH"], pattern, element, handler);

    /// <summary>Maps DELETE.</summary>
    public void Delete(string pattern, string element, Handler handler) => Map(["DELETE"], pattern, element, handler);

    /// <summary>Maps PUT of the bytes of a file, as many as the field takes.</summary>
    public void Upload(string pattern, string element, FileField field, Handler handler) =>
        Map(["PUT"], pattern, element, handler, EndpointKind.Upload).WithMetadata(new UploadLimit(field.MaxBytes));

    /// <summary>Maps GET of the bytes of a file.</summary>
    public void Download(string pattern, string element, Handler handler) =>
        Map(["GET", "HEAD"], pattern, element, handler, EndpointKind.Download);

    /// <summary>Maps POST of what signs somebody in or out.</summary>
    internal void SignIn(string pattern, string element, Handler handler) =>
        Map(["POST"], pattern, element, handler, EndpointKind.SignIn);

    private IEndpointConventionBuilder Map(
        string[] methods, string pattern, string element, Handler handler, EndpointKind kind = EndpointKind.Json)
    {
        MapPreflight(pattern);
        var scope = new LogElement(element);
        var endpoint = _routes
            .MapMethods(_path + pattern, methods, http => _pipeline.InvokeAsync(http, kind, scope, handler))
            .WithMetadata(new ModelElement(element))
            .WithDisplayName(element);
        return _subject is null ? endpoint : endpoint.WithMetadata(_subject);
    }

    private void MapPreflight(string pattern)
    {
        if (_pipeline.Origins is { } origins && origins.IsFirst(pattern))
        {
            _routes.MapMethods(_path + pattern, ["OPTIONS"], http => origins.AnswerAsync(http, _pipeline.Tokens.Header))
                .WithDisplayName("preflight");
        }
    }
}
