using System.Collections.Immutable;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Access;

/// <summary>Which role can hand out which other, and what each may do that others may not.</summary>
internal sealed class RoleGraph
{
    private readonly Dictionary<string, Role> _roles;
    private readonly Lazy<Dictionary<string, ImmutableHashSet<string>>> _rights;

    public RoleGraph(SystemModel model)
    {
        _roles = model.Roles.ToDictionary(role => role.Name, StringComparer.Ordinal);
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
    /// these appoint others.
    /// </summary>
    public bool IsReachable(string role) =>
        _roles.Values.Any(first =>
            first.GrantedBy.Contains(first.Name, StringComparer.Ordinal)
            && (string.Equals(first.Name, role, StringComparison.Ordinal) || CanBecome(first.Name, role)));

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
        return rights.ToImmutableHashSet(StringComparer.Ordinal);
    }
}
