using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Ashlar.Kernel;

public sealed partial class Call
{
    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement;

    /// <summary>Reads the body, which may be missing: then it has no members.</summary>
    public Task<JsonBody> OptionalBodyAsync(WireForm? form = null) =>
        Http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } || Http.Request.ContentLength == 0
            ? Task.FromResult(new JsonBody(EmptyObject, form))
            : BodyAsync(form);

    /// <summary>
    /// Why the caller may not run an action, or nothing. The statement gives the version of the row, whether the caller may
    /// read it, whether the caller may run the action, and for each reference whether it leads to something that the caller may
    /// read. What the caller may not read does not exist for the caller.
    /// </summary>
    /// <param name="session">The session of the action.</param>
    /// <param name="gate">The statement.</param>
    /// <param name="refusal">
    /// What is wrong with the request itself; it counts once the row and the right are there, or before the right where that
    /// depends on the request.
    /// </param>
    /// <param name="match">The version that the caller has seen, if the request says so.</param>
    /// <param name="references">The names of the references.</param>
    /// <param name="values">The parameters of the statement.</param>
    public ValueTask<Refusal?> RefusalOfAsync(
        Session session,
        Statement gate,
        Refusal? refusal,
        OptionalIfMatch match,
        IReadOnlyList<string> references,
        params ReadOnlySpan<Value> values) =>
        RefusalOfAsync(session.QueryAsync(gate, values), refusal, isRightOfBody: false, match, references);

    /// <summary>The same, where the right depends on what the request says: then it has to say it well first.</summary>
    public ValueTask<Refusal?> RefusalOfAsync(
        Session session,
        Statement gate,
        Refusal? refusal,
        bool isRightOfBody,
        OptionalIfMatch match,
        IReadOnlyList<string> references,
        params ReadOnlySpan<Value> values) =>
        RefusalOfAsync(session.QueryAsync(gate, values), refusal, isRightOfBody, match, references);

    private async ValueTask<Refusal?> RefusalOfAsync(
        ValueTask<Rows> query, Refusal? refusal, bool isRightOfBody, OptionalIfMatch match, IReadOnlyList<string> references)
    {
        await using var rows = await query;
        if (!await rows.NextAsync() || !rows.IsTrue(1))
        {
            return Refusal.NotFound;
        }

        if (isRightOfBody && refusal is not null)
        {
            return refusal;
        }

        if (!rows.IsTrue(2))
        {
            return Denied;
        }

        if (refusal is not null || (match.Version is { } seen && seen != rows.Long(0)))
        {
            return refusal ?? Refusal.Stale;
        }

        var missing = references.Where((_, i) => !rows.IsTrue(3 + i)).ToArray();
        return missing.Length > 0 ? Refusal.ReferenceNotFound(missing) : null;
    }
}
