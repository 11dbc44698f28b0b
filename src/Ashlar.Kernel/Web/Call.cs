using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ashlar.Kernel;

/// <summary>One request: who makes it, when, what it says, and the database to carry it out on.</summary>
public sealed partial class Call
{
    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly object ReadBody = new();

    private readonly Database _database;
    private readonly CallerProof? _proof;
    private readonly FileMemory _files;
    private readonly string _zone;
    private readonly KeyedRequest? _keyed;
    private readonly TimeSpan _answerLifetime;
    private readonly Caller _sender;
    private readonly RequestToken _token;
    private readonly PasswordWork _passwords;

    internal Call(
        HttpContext http, KeyedRequest? keyed, TimeSpan answerLifetime, Database database, FileMemory files, string zone,
        Caller caller, CallerProof? proof, RequestToken token, DateTimeOffset now, CancellationToken deadline)
    {
        _token = token;
        _passwords = new(http.RequestServices, http.Connection.RemoteIpAddress?.ToString() ?? "");
        _proof = proof;
        _keyed = keyed;
        _answerLifetime = answerLifetime;
        _files = files;
        _zone = zone;
        Http = http;
        _sender = caller;
        Now = now;
        Deadline = deadline;
        _database = database;
    }

    /// <summary>The request and response of ASP.NET Core.</summary>
    public HttpContext Http { get; }

    /// <summary>Who makes the request, or whom it signed in.</summary>
    public Caller Caller => _token.Account ?? _sender;

    /// <summary>The session of the request.</summary>
    internal RequestToken Token => _token;

    /// <summary>The moment of the request, to the millisecond: one request has one.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day of the request in the zone of the system.</summary>
    public DateOnly Today => Times.DateOf(Now, _zone);

    /// <summary>Cancelled when the time of the request is over or the client is gone.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>The answer to a caller without the right: sign in first, or forbidden.</summary>
    public Refusal Denied => Caller.IsSignedIn ? Refusal.Forbidden : Refusal.SignedOut;

    /// <summary>Whether a change has to name the version that it is meant for.</summary>
    internal RowVersion RowVersion { get; init; }

    /// <summary>Whether members that nobody asked for are let through.</summary>
    internal bool IgnoresUnknownMembers { get; init; }

    /// <summary>What the members of the body are called, where they are not called like the fields.</summary>
    internal WireForm? Form { get; private set; }

    /// <summary>The query string.</summary>
    public ListQuery Query => new(Http.Request.QueryString);

    /// <summary>Opens a session that only reads.</summary>
    public ValueTask<Session> ReadAsync() =>
        _kept is null ? OpenAsync(_database.ReadAsync(Deadline)) : new(new KeptSession(_kept, undo: null));

    /// <summary>Opens a session whose every statement commits by itself.</summary>
    public ValueTask<Session> WriteAsync() =>
        _keyed is null ? OpenAsync(_database.WriteAsync(Deadline)) : KeepAsync(undo: null);

    /// <summary>Opens a session that keeps its changes only when it is committed.</summary>
    public ValueTask<Session> BeginAsync() =>
        _keyed is null ? OpenAsync(_database.BeginAsync(Deadline)) : KeepAsync(() => _isUndone = true);

    /// <summary>The identifier in the path; null when it is none, and so names nothing.</summary>
    public Guid? Id(string name = "id") =>
        Guid.TryParseExact(Http.GetRouteValue(name) as string, "D", out var id) ? id : null;

    /// <summary>A new identifier for a row, in the order of creation.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>
    /// The next number of a sequence. It is taken for good, also when the request fails afterwards, so it has a session of
    /// its own; on SQLite it must be asked for before another session writes. There it is not taken for good when the request
    /// has a key.
    /// </summary>
    public async ValueTask<long> NextAsync(Statement next)
    {
        await using var session = await WriteAsync();
        return await session.NextAsync(next);
    }

    /// <summary>The version that <c>If-Match</c> names.</summary>
    public IfMatch IfMatch() => ETag.ReadIfMatch(Http.Request.Headers, RowVersion);

    /// <summary>The version that <c>If-Match</c> names, where the request has one: actions do not ask for it.</summary>
    public OptionalIfMatch OptionalIfMatch() =>
        RowVersion == RowVersion.Ignored ? default : ETag.ReadOptionalIfMatch(Http.Request.Headers);

    /// <summary>
    /// Says why a change was not made. The statement gives the version of the target, whether the caller may read it,
    /// whether the caller may change it, and for each reference whether it leads to something that the caller may read.
    /// What the caller may not read does not exist for the caller.
    /// </summary>
    /// <param name="session">The session of the change.</param>
    /// <param name="standing">The statement.</param>
    /// <param name="refusal">What is wrong with the request itself; it counts once the target and the right are there.</param>
    /// <param name="match">The version that the change is meant for.</param>
    /// <param name="references">The names of the references.</param>
    /// <param name="values">The parameters of the statement.</param>
    public ValueTask<Refusal> WhyNotAsync(
        Session session,
        Statement standing,
        Refusal? refusal,
        IfMatch match,
        IReadOnlyList<string> references,
        params ReadOnlySpan<Value> values) =>
        WhyNotAsync(session.QueryAsync(standing, values), refusal, match, references);

    /// <summary>Reads the body, which must be one JSON object.</summary>
    /// <param name="form">What its members are called, where they are not called like the fields.</param>
    public async Task<JsonBody> BodyAsync(WireForm? form = null)
    {
        Form = form;
        if (Http.Items.TryGetValue(ReadBody, out var read) && read is JsonDocument known)
        {
            return BodyOf(known.RootElement, form);
        }

        if (MediaType.RefusalOf(Http.Request) is { } refusal)
        {
            return new(refusal);
        }

        try
        {
            var document = await JsonDocument.ParseAsync(Http.Request.Body, JsonOptions, Deadline);
            Http.Response.RegisterForDispose(document);
            if (_proof is not null)
            {
                // A request whose caller changed is handled again.
                Http.Items[ReadBody] = document;
            }

            return BodyOf(document.RootElement, form);
        }
        catch (InvalidOperationException)
        {
            // A member's name is not valid Unicode.
            return new(Refusal.Invalid(new FieldProblem("", "malformed", "The body is not valid Unicode.")));
        }
        catch (JsonException e)
        {
            return new(Refusal.Invalid(new FieldProblem("", "malformed", MalformedJson.Describe(e))));
        }
    }

    private JsonBody BodyOf(JsonElement json, WireForm? form) =>
        new(json, form) { IgnoresUnknownMembers = IgnoresUnknownMembers };

    /// <summary>
    /// Reads the body as a file that the field accepts. Whoever may not change the row, or not this version of it, is
    /// refused before any of the bytes are read.
    /// </summary>
    /// <param name="field">What the field accepts.</param>
    /// <param name="match">The version that the upload is meant for.</param>
    /// <param name="standing">The statement that also says why a change was not made.</param>
    /// <param name="values">The parameters of the statement.</param>
    public Task<Upload> UploadAsync(FileField field, IfMatch match, Statement standing, params ReadOnlySpan<Value> values) =>
        UploadAsync(field, match, standing, values.ToArray());

    private async ValueTask<Session> OpenAsync(ValueTask<Session> opening)
    {
        var session = await opening;
        session.Proof = _proof;
        session.Token = _token;
        return session;
    }

    /// <summary>Holds memory for a file until the request ends, if there is enough for one more.</summary>
    internal bool TryHold(long bytes) => _files.TryHold(Http, bytes);

    private async Task<Upload> UploadAsync(FileField field, IfMatch match, Statement standing, Value[] values)
    {
        // The body may take its time, so no session waits for it.
        await using (var session = await ReadAsync())
        {
            if (await RefusalAsync(session.QueryAsync(standing, values), match) is { } refusal)
            {
                return new(refusal);
            }
        }

        return await UploadReader.ReadAsync(this, field);
    }

    private async ValueTask<Refusal?> RefusalAsync(ValueTask<Rows> query, IfMatch match)
    {
        await using var rows = await query;
        if (!await rows.NextAsync())
        {
            return Refusal.NotFound;
        }

        var isReady = rows.IsTrue(2) && match.IsOf(rows.Long(0));
        return isReady ? null : WhyNot(rows, match.Refusal, match, references: []);
    }

    private async ValueTask<Refusal> WhyNotAsync(
        ValueTask<Rows> query, Refusal? refusal, IfMatch match, IReadOnlyList<string> references)
    {
        await using var rows = await query;
        return await rows.NextAsync() ? WhyNot(rows, refusal, match, references) : Refusal.NotFound;
    }

    private Refusal WhyNot(Rows rows, Refusal? refusal, IfMatch match, IReadOnlyList<string> references)
    {
        if (!rows.IsTrue(1))
        {
            return Refusal.NotFound;
        }

        if (!rows.IsTrue(2))
        {
            return Denied;
        }

        if (refusal is not null)
        {
            return refusal;
        }

        var isCurrent = match.IsOf(rows.Long(0));
        var missing = references.Where((_, i) => !rows.IsTrue(3 + i)).ToArray();
        return isCurrent && missing.Length > 0 ? Refusal.ReferenceNotFound(missing) : Refusal.Stale;
    }
}
