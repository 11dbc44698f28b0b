using Ashlar.Core.Plan;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Migrations;

/// <summary>Who has a role keeps it when its name changes.</summary>
internal static class RoleNames
{
    public static IEnumerable<MigrationStep> Steps(Correspondence change)
    {
        var renamed = change.Pairs
            .Where(pair => pair.After.Kind == ElementKind.Role && pair.Before.Path != pair.After.Path)
            .Select(pair => $"when {SqlText.Of(pair.Before.Path)} then {SqlText.Of(pair.After.Path)}")
            .ToArray();
        return renamed.Length == 0 || change.Before.Principal is null || change.After.Principal is null
            ? []
            :
            [
                new("P10", StepMode.Transaction, "rename roles of their members",
                    $"update ashlar_role_members set role = case role {string.Join(' ', renamed)} else role end;"),
            ];
    }
}
