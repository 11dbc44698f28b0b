using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Emit.OpenApi;

/// <summary>The refusals that come of what an action requires and does, also through the actions that it runs.</summary>
internal static class ActionProblems
{
    public static IEnumerable<(int Status, string Description, IReadOnlyList<string> Codes)> Of(
        Emission emission, ActionDefinition action)
    {
        var statements = emission.StatementsOf(action).ToList();
        var written = statements.Select(Written).OfType<ElementName>().Distinct().Order().Select(emission.Entity).ToList();
        var conflicts = Conflicts(emission, statements, written).Distinct(StringComparer.Ordinal).ToList();
        if (conflicts.Count > 0)
        {
            yield return (409, "The row is in another state, or something else stands in the way.", conflicts);
        }

        var unproven = statements.OfType<AuthenticateStatement>().DistinctBy(step => step.Name).ToList();
        if (unproven.Count > 0)
        {
            yield return (
                401, string.Join(' ', unproven.Select(step => step.Message)),
                [.. unproven.Select(step => Spelling.Kebab(step.Name)), "signed-out", "token-refused"]);
        }

        var required = statements.OfType<RequireStatement>().Select(require => (require.Name, require.Message));
        var failures = statements.OfType<CallStatement>().SelectMany(call => emission.Slot(call.Slot).Failures)
            .Select(failure => (failure.Name, failure.Message));
        var checks = written.SelectMany(entity => entity.Checks).Select(check => (check.Name, check.Message));
        var rules = required.Concat(failures).Concat(checks).DistinctBy(rule => rule.Name).ToList();
        if (rules.Count > 0)
        {
            yield return (
                422, string.Join(' ', rules.Select(rule => rule.Message)),
                [.. rules.Select(rule => Spelling.Kebab(rule.Name)), "out-of-range"]);
        }
    }

    private static ElementName? Written(Statement statement) => statement switch
    {
        SetStatement set => set.Entity,
        MoveStatement move => move.Entity,
        CreateStatement create => create.Entity,
        _ => null,
    };

    private static IEnumerable<string> Conflicts(Emission emission, List<Statement> statements, List<Entity> written)
    {
        if (statements.Exists(statement => statement is MoveStatement))
        {
            yield return "state-conflict";
        }

        foreach (var code in written.SelectMany(ProblemResponses.Uniqueness))
        {
            yield return code;
        }

        if (statements.OfType<GrantStatement>().Any(step => step.IsRevoked && emission.Role(step.Role).IsGrantedByItself))
        {
            yield return "last-member";
        }

        var deleted = statements.OfType<DeleteStatement>().Select(delete => emission.Entity(delete.Entity));
        if (deleted.Any(entity => ProblemResponses.IsReferredTo(emission, entity)))
        {
            yield return "in-use";
        }
    }
}
