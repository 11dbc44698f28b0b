using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>
/// A request that the system does not carry out, and why: a value that a handler returns, written as an RFC 9457
/// problem document.
/// </summary>
/// <param name="Code">The stable code that clients may rely on.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record Refusal(string Code, int Status, string Message) : IReply
{
    /// <summary>The members of the request that are wrong, if the refusal is about members.</summary>
    public IReadOnlyList<FieldProblem> Errors { get; init; } = [];

    /// <summary>How long the caller should wait before the next attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The states in which it would be carried out, if the refusal is about the state of a row.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Which rules of the model refuse, in development.</summary>
    internal Explanation? Explanation { get; init; }

    /// <summary>There is no such thing, or the caller may not know of it.</summary>
    public static Refusal NotFound { get; } = new("not-found", 404, "There is no such resource.");

    /// <summary>Nobody is signed in.</summary>
    public static Refusal SignedOut { get; } = new("signed-out", 401, "Sign in first.");

    /// <summary>The token is unknown, ended or expired.</summary>
    public static Refusal TokenRefused { get; } = new("token-refused", 401, "The token is not valid.");

    /// <summary>The caller may not do this.</summary>
    public static Refusal Forbidden { get; } = new("forbidden", 403, "You may not do this.");

    /// <summary>The last member of a role that only its members grant keeps it: nobody could ever grant it again.</summary>
    public static Refusal LastMember { get; } = new(
        "last-member", 409, "Only members grant this role, and this is the last one.");

    /// <summary>Somebody changed the row since the caller read it.</summary>
    public static Refusal Stale { get; } = new("stale", 412, "It was changed since you read it. Read it again.");

    /// <summary>A change must say which version it changes.</summary>
    public static Refusal PreconditionRequired { get; } =
        new("precondition-required", 428, "Send If-Match with the ETag of the version that you change.");

    /// <summary>Other rows refer to the row that should go.</summary>
    public static Refusal InUse { get; } = new("in-use", 409, "It is still in use.");

    /// <summary>A default or a calculated value does not fit its field.</summary>
    public static Refusal OutOfRange { get; } = new("out-of-range", 422, "A result is out of range.");

    /// <summary>The system has too much to do at once.</summary>
    public static Refusal Unavailable { get; } =
        new("unavailable", 503, "The system is busy. Try again later.") { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>Too many attempts or requests.</summary>
    public static Refusal TooMany(TimeSpan wait) =>
        new("too-many", 429, "Too many attempts. Wait a moment.") { RetryAfter = wait };

    /// <summary>One or more members are wrong.</summary>
    public static Refusal Invalid(params IReadOnlyList<FieldProblem> errors) =>
        new("invalid", 400, errors is [var only] ? only.Message : $"{errors.Count} members are not valid.")
        {
            Errors = errors,
        };

    /// <summary>A row that a member refers to does not exist, or the caller may not see it.</summary>
    public static Refusal ReferenceNotFound(params IEnumerable<string> fields) =>
        new("not-found", 404, "There is no such resource.")
        {
            Errors = [.. fields.Select(field => new FieldProblem(field, "not-found", "There is no such resource."))],
        };

    /// <summary>Some of the rows that a list refers to do not exist, or the caller may not see them.</summary>
    public static Refusal ItemsNotFound(string list, IReadOnlyList<Guid> ids, IReadOnlyCollection<Guid> found) =>
        ReferenceNotFound(ids.Index().Where(row => !found.Contains(row.Item)).Select(row => $"{list}[{row.Index}]"));

    /// <summary>Another row has the value.</summary>
    public static Refusal Taken(string message, params IEnumerable<string> fields) =>
        new("taken", 409, message) { Errors = [.. fields.Select(field => new FieldProblem(field, "taken", message))] };

    /// <summary>The row is in a state in which this is not done.</summary>
    public static Refusal StateConflict(string message, params IReadOnlyList<string> allowed) =>
        new("state-conflict", 409, message) { Allowed = allowed };

    /// <summary>A rule of the model does not hold; the rule's name is the code.</summary>
    public static Refusal Check(string rule, string message, int status = 422) => new(rule, status, message);

    Task IReply.WriteAsync(HttpContext http) => ProblemWriter.WriteAsync(http, this);
}
