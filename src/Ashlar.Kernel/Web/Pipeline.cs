using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// What every endpoint does around its handler: the limits, the deadline, the caller, the log scope, and the translation
/// of what can go wrong into a problem document.
/// </summary>
internal sealed class Pipeline(IServiceProvider services, IReadOnlyCollection<string> roles)
{
    private static readonly Refusal TimedOut = new("timeout", 503, "It took too long. Try again later.");
    private static readonly Refusal BodyTooLarge = new("body-too-large", 413, "The body is too large.");

    private readonly Database _database = services.GetRequiredService<Database>();
    private readonly ICallers _callers = services.GetRequiredService<ICallers>();
    private readonly Constraints _constraints = services.GetRequiredService<Constraints>();
    private readonly RequestLimits _limits = services.GetRequiredService<RequestLimits>();
    private readonly FileMemory _files = services.GetRequiredService<FileMemory>();
    private readonly KernelOptions _options = services.GetRequiredService<KernelOptions>();
    private readonly string _zone = services.GetRequiredService<SystemDescription>().Zone;
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly AccessExplainer? _explainer = services.GetService<AccessExplainer>();
    private readonly ILogger _log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Request");

    /// <summary>Whether a change has to name the version of the row that it is meant for.</summary>
    public RowVersion RowVersion { get; set; }

    /// <summary>Whether bodies may have members that nobody asked for.</summary>
    public bool IgnoresUnknownMembers { get; set; }

    /// <summary>The sites whose pages may call; null for none.</summary>
    public AllowedOrigins? Origins { get; set; }

    /// <summary>How requests carry the token of their caller.</summary>
    public TokenForm Tokens { get; set; } = TokenForm.Bearer;

    /// <summary>What is answered to what is refused; null for problem documents.</summary>
    public ErrorForm? Errors { get; set; }

    public async Task InvokeAsync(HttpContext http, EndpointKind kind, LogElement element, Handler handler)
    {
        using var scope = _log.BeginScope(element);
        Origins?.Admit(http);
        http.Features.Set(Tokens);
        http.Features.Set(Errors);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        deadline.CancelAfter(kind is EndpointKind.Upload or EndpointKind.Download ? _options.FileDeadline : _options.Deadline);
        if (!_limits.TryEnter())
        {
            await AnswerAsync(http, element, Refusal.Unavailable);
            return;
        }

        IReply reply;
        try
        {
            reply = await ReplyAsync(http, kind, handler, deadline.Token);
            await AnswerAsync(http, element, reply);
        }
        finally
        {
            _limits.Leave();
        }

        if (reply is Refusal)
        {
            // Whoever sends slowly takes no place from others.
            await UnreadBody.DiscardAsync(http);
        }
    }

    private Task AnswerAsync(HttpContext http, LogElement element, IReply reply)
    {
        if (reply is Refusal refusal)
        {
            Log.Refused(_log, http.Request, refusal, element);
        }

        return http.RequestAborted.IsCancellationRequested ? Task.CompletedTask : reply.WriteAsync(http);
    }

    private async Task<IReply> ReplyAsync(HttpContext http, EndpointKind kind, Handler handler, CancellationToken deadline)
    {
        try
        {
            var now = DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());
            if (kind == EndpointKind.Callback)
            {
                // It has no token, no key and no wishes: its handler asks for the proof first.
                return await HandleAsync(handler, CallOf(http, keyed: null, Caller.Nobody, proof: null, now, deadline));
            }

            if (kind != EndpointKind.Download && AcceptHeader.RefusalOf(http.Request) is { } notAcceptable)
            {
                return notAcceptable;
            }

            var (keyed, malformed) = KeyedRequest.Of(http.Request, kind);
            if (malformed is not null)
            {
                return malformed;
            }

            if (Tokens.Of(http.Request) is { } token && _callers.Recall(token, now) is var (known, proof)
                && await ReplyToAsync(http, keyed, known, proof, now, handler, deadline) is { } reply)
            {
                return reply;
            }

            var (caller, refusal) = await CallerOfAsync(http, now, deadline);
            return refusal ?? await HandleAsync(handler, CallOf(http, keyed, caller, proof: null, now, deadline));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return TimedOut;
        }
        catch (WorkTimedOutException e)
        {
            Log.TimedOut(_log, e);
            return TimedOut;
        }
        catch (Exception e) when (Unavailability.Is(e))
        {
            Log.Unavailable(_log, e);
            return Refusal.Unavailable;
        }
    }

    // The handler speaks of fields, the caller of members.
    private async Task<IReply> HandleAsync(Handler handler, Call call)
    {
        var reply = call.IsKeyed ? await HandleOnceAsync(handler, call) : await ExplainAsync(handler, call);
        if (reply is not Refusal refusal)
        {
            return reply;
        }

        refusal = call.Form?.InMembers(refusal) ?? refusal;
        return _explainer is null ? refusal : await _explainer.ExplainAsync(call, refusal);
    }

    private async Task<IReply> HandleOnceAsync(Handler handler, Call call)
    {
        try
        {
            var reply = await ExplainAsync(_ => call.AnswerOnceAsync(handler), call);
            await call.UndoAsync();

            // What refuses a request may be that the same one, sent at the same time, was carried out.
            return reply is Refusal ? await ExplainAsync(async _ => await call.FindAnswerAsync() ?? reply, call) : reply;
        }
        finally
        {
            await call.UndoAsync();
        }
    }

    /// <summary>What the handler answers; a rule that its work breaks is an answer too.</summary>
    private async Task<IReply> ExplainAsync(Handler handler, Call call)
    {
        try
        {
            return await handler(call);
        }
        catch (ConstraintViolationException e)
        {
            return _constraints.Explain(e);
        }
        catch (OverflowException)
        {
            return Refusal.OutOfRange;
        }
        catch (RowGoneException)
        {
            return Refusal.NotFound;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? BodyTooLarge
                : Refusal.Invalid(new FieldProblem("", "malformed", "The request is malformed."));
        }
    }

    /// <summary>Handles the request of a caller that memory knows; null when the caller changed, and nothing happened.</summary>
    private async Task<IReply?> ReplyToAsync(
        HttpContext http, KeyedRequest? keyed, Caller caller, CallerProof proof, DateTimeOffset now, Handler handler,
        CancellationToken deadline)
    {
        if ((_limits.PeekOfAddress(http) ?? _limits.TakeOf(caller)) is { } tooMany)
        {
            return tooMany;
        }

        try
        {
            var reply = await HandleAsync(handler, CallOf(http, keyed, Limited(caller), proof, now, deadline));
            if (!proof.IsGiven)
            {
                await ProveAsync(proof, deadline);
            }

            return reply;
        }
        catch (CallerChangedException)
        {
            _callers.Forget(caller);
            return null;
        }
    }

    // The answer needed nothing from the database, but it is an answer to this caller.
    private async Task ProveAsync(CallerProof proof, CancellationToken deadline)
    {
        await using var session = await _database.ReadAsync(deadline);
        await session.ExecuteAsync(proof.Query.Statement, [.. proof.Query.Values]);
    }

    private Call CallOf(
        HttpContext http, KeyedRequest? keyed, Caller caller, CallerProof? proof, DateTimeOffset now,
        CancellationToken deadline) =>
        new(http, keyed, _options.AnswerLifetime, _database, _files, _zone, caller, proof,
            new(caller.Id is null ? null : Tokens.Of(http.Request), Tokens.Lifetime), now, deadline)
        {
            RowVersion = RowVersion,
            IgnoresUnknownMembers = IgnoresUnknownMembers,
        };

    private Caller Limited(Caller caller) => roles.Count == 0 ? caller : caller.Only(roles);

    // Whoever sends no token or a wrong one is limited by address, so that guessing tokens is as slow as anything else.
    private async ValueTask<(Caller Caller, Refusal? Refusal)> CallerOfAsync(
        HttpContext http, DateTimeOffset now, CancellationToken deadline)
    {
        if (Tokens.Of(http.Request) is not { } token)
        {
            return (Caller.Nobody, _limits.TakeOfAddress(http));
        }

        if (_limits.PeekOfAddress(http) is { } tooMany)
        {
            return (Caller.Nobody, tooMany);
        }

        if (await _callers.FindAsync(token, now, deadline) is { } caller)
        {
            return (Limited(caller), _limits.TakeOf(caller));
        }

        return (Caller.Nobody, _limits.TakeOfAddress(http) ?? Refusal.TokenRefused);
    }
}
