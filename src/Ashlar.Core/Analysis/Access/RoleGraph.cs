using System.Collections.Immutable;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Access;

/// <summary>Which role can hand out which other, and what each may do that others may not.</summary>
internal sealed class RoleGraph
{
    private readonly Dictionary<string, Role> _roles;
    private readonly Lazy<Dictionary<string, ImmutableHashSet<string>>> _rights;
    private readonly ILookup<string, ActionDefinition> _granting;

    public RoleGraph(SystemModel model)
    {
        _roles = model.Roles.ToDictionary(role => role.Name, StringComparer.Ordinal);
        _granting = model.AllActions
            .SelectMany(action => action.Steps().OfType<GrantStatement>(), (action, step) => (action, step))
            .Where(pair => !pair.step.IsRevoked)
            .ToLookup(pair => pair.step.Role, pair => pair.action, StringComparer.Ordinal);
        _rights = new(() =>
            model.Roles.ToDictionary(role => role.Name, role => RightsOf(model, role.Name), StringComparer.Ordinal));
    }

    /// <summary>
    /// A root hands itself out and nobody else hands it out: it is meant to stand above the others, even where it has
    /// fewer rights of its own.
    /// </summary>
    public bool IsRoot(string role) =>
        _roles.TryGetValue(role, out var found)
        && found.GrantedBy is [var granter]
        && string.Equals(granter, role, StringComparison.Ordinal);

    /// <summary>
    /// Somebody can come to have the role: the installation appoints the first members of a role that grants itself, and
    /// these appoint others. An action that somebody can run appoints as well.
    /// </summary>
    public bool IsReachable(string role) => IsReachable(role, []);

    private bool IsReachable(string role, HashSet<string> seen) =>
        seen.Add(role)
        && _roles.TryGetValue(role, out var found)
        && (found.GrantedBy.Any(granter => granter == role || IsReachable(granter, seen))
            || _granting[role].Any(action => IsRun(action, seen)));

    /// <summary>Where only roles may run an action, one of them has to be reachable.</summary>
    private bool IsRun(ActionDefinition action, HashSet<string> seen) =>
        action.Access.Rules.IsEmpty
        || action.Access.Rules.Any(rule =>
            rule.Audience.Kind != AudienceKind.Roles || rule.Audience.Roles.Any(role => IsReachable(role, seen)));

    /// <summary>Who has the first role can get the second, by one grant or several.</summary>
    public bool CanBecome(string from, string to)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal) { from }, new Queue<string>([from]));
        while (open.TryDequeue(out var granter))
        {
            foreach (var role in _roles.Values.Where(role => role.GrantedBy.Contains(granter, StringComparer.Ordinal)))
            {
                if (string.Equals(role.Name, to, StringComparison.Ordinal))
                {
                    return true;
                }

                if (seen.Add(role.Name))
                {
                    open.Enqueue(role.Name);
                }
            }
        }

        return false;
    }

    /// <summary>The first may do all that the second may, and more.</summary>
    public bool HasMoreRights(string role, string other) =>
        _rights.Value.TryGetValue(role, out var rights)
        && _rights.Value.TryGetValue(other, out var others)
        && rights.IsProperSupersetOf(others);

    /// <summary>The first may do something that the second may not.</summary>
    public bool HasOtherRights(string role, string other) =>
        _rights.Value.TryGetValue(role, out var rights)
        && _rights.Value.TryGetValue(other, out var others)
        && !rights.IsSubsetOf(others);

    private static ImmutableHashSet<string> RightsOf(SystemModel model, string role)
    {
        var rights =
            from entity in model.Entities.Items
            from rule in entity.Access.Rules.Items
            where rule.Audience.Kind == AudienceKind.Roles && rule.Audience.Roles.Contains(role, StringComparer.Ordinal)
            from operation in rule.Operations.Items
            from field in rule.Fields.Items
            select $"{entity.Name} {operation} {field} {(rule.Where is null ? "" : TermKey.Of(rule.Where))}";
        var runs =
            from action in model.AllActions
            from rule in action.Access.Rules.Items
            where rule.Audience.Kind == AudienceKind.Roles && rule.Audience.Roles.Contains(role, StringComparer.Ordinal)
            select $"run {action.Name} {(rule.Where is null ? "" : TermKey.Of(rule.Where))}";
        return rights.Concat(runs).ToImmutableHashSet(StringComparer.Ordinal);
    }
}
