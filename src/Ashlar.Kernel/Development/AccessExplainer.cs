using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>
/// Says in development why somebody is refused: the rules of the model that could have let the caller through, and what was
/// missing of each. In production nobody is told, because it would tell what exists.
/// </summary>
internal sealed class AccessExplainer(Database database, SystemDescription system)
{
    private readonly AccessNotes _notes = AccessNotes.Of(system);

    /// <summary>The refusal with its explanation, if it is about what the caller may do.</summary>
    public async ValueTask<Refusal> ExplainAsync(Call call, Refusal refusal)
    {
        var element = call.Http.GetEndpoint()?.Metadata.GetMetadata<ModelElement>()?.Name ?? "";
        return (refusal.Code, _notes.Find(element)) switch
        {
            ("signed-out" or "forbidden", { } notes) =>
                refusal with { Explanation = Of(call.Caller, notes.Rules, refusal) },
            ("not-found", { Row: { } row }) when refusal.Errors.Count == 0 && call.Id() is { } id =>
                refusal with { Explanation = await OfRowAsync(call, row, id) },
            _ => refusal,
        };
    }

    private static Explanation Of(Caller caller, IReadOnlyList<AccessNote> rules, Refusal refusal) =>
        new(Who(caller), [.. rules.Select(rule => new ExplainedRule(rule, ReasonOf(rule, caller, refusal)))]);

    private static string Who(Caller caller) => caller switch
    {
        { IsSignedIn: false } => "nobody is signed in",
        { Roles: [] } => "signed in, without a role",
        _ => $"signed in as {string.Join(", ", caller.Roles)}",
    };

    private static string ReasonOf(AccessNote rule, Caller caller, Refusal refusal) => rule switch
    {
        { NeedsSignIn: true } when !caller.IsSignedIn => "nobody is signed in",
        { Roles: { Count: > 0 } roles } when !roles.Any(caller.Has) => $"the caller is not {string.Join(" or ", roles)}",
        _ when refusal.Errors.Count > 0 => "it does not grant these members",
        { HasCondition: true } => "its condition does not hold",
        _ when refusal == Refusal.NotFound => "it lets the caller through: what was asked for is not there",
        _ => "it lets the caller through, but not to what was asked",
    };

    private async ValueTask<Explanation> OfRowAsync(Call call, EntityNotes row, Guid id)
    {
        var exists = new Statement($"select true from {row.Table} where id = $1");
        await using var session = await database.ReadAsync(call.Deadline);
        session.IsBackground = true;
        return (await session.ListAsync(exists, rows => rows.IsTrue(0), id)).Count > 0
            ? Of(call.Caller, row.RulesFor("read"), Refusal.NotFound) with { Row = "one has this id" }
            : new(Who(call.Caller), []) { Row = "none has this id" };
    }
}
