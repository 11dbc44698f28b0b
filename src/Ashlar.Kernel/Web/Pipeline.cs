using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>
/// What every endpoint does around its handler: the deadline, the caller, the log scope, and the translation of what can
/// go wrong into a problem document.
/// </summary>
internal sealed class Pipeline(IServiceProvider services, IReadOnlyCollection<string> roles)
{
    private static readonly Refusal TimedOut = new("timeout", 503, "It took too long. Try again later.");
    private static readonly Refusal OutOfRange = new("out-of-range", 422, "A result is out of range.");
    private static readonly Refusal Unavailable = new("unavailable", 503, "The system is busy. Try again later.");

    private readonly Database _database = services.GetRequiredService<Database>();
    private readonly ICallers _callers = services.GetRequiredService<ICallers>();
    private readonly Constraints _constraints = services.GetRequiredService<Constraints>();
    private readonly KernelOptions _options = services.GetRequiredService<KernelOptions>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly ILogger _log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Ashlar.Request");

    public async Task InvokeAsync(HttpContext http, string element, Handler handler)
    {
        using var scope = _log.BeginScope(new LogElement(element));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        deadline.CancelAfter(_options.Deadline);
        var reply = await ReplyAsync(http, handler, deadline.Token);
        if (reply is Refusal refusal)
        {
            Log.Refused(_log, refusal.Code);
        }

        if (!http.RequestAborted.IsCancellationRequested)
        {
            await reply.WriteAsync(http);
        }
    }

    private async Task<IReply> ReplyAsync(HttpContext http, Handler handler, CancellationToken deadline)
    {
        try
        {
            var now = DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());
            var caller = Caller.Nobody;
            if (BearerToken.Of(http.Request) is { } token)
            {
                if (await _callers.FindAsync(token, now, deadline) is not { } known)
                {
                    return Refusal.TokenRefused;
                }

                caller = roles.Count == 0 ? known : known.Only(roles);
            }

            return await handler(new Call(http, _database, caller, now, deadline));
        }
        catch (ConstraintViolationException e)
        {
            return _constraints.Explain(e);
        }
        catch (OverflowException)
        {
            return OutOfRange;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new Refusal("body-too-large", 413, "The body is too large.")
                : Refusal.Invalid(new FieldProblem("", "malformed", "The request is malformed."));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return TimedOut;
        }
        catch (DbException e) when (e.IsTransient || e is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY })
        {
            Log.DatabaseUnavailable(_log, e);
            return Unavailable;
        }
    }

    // One entry, without the array and the boxes of a format string.
    private sealed class LogElement(string element) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 1;

        public KeyValuePair<string, object?> this[int index] => new("element", element);

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return this[0];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => element;
    }
}
