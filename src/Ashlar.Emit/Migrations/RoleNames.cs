using Ashlar.Core.Plan;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Migrations;

/// <summary>Who has a role keeps it when its name changes, and loses one that is gone: another may be called so later.</summary>
internal static class RoleNames
{
    public static IEnumerable<MigrationStep> Steps(Correspondence change) =>
        change.Before.Principal is null || change.After.Principal is null ? [] : [.. Dropped(change), .. Renamed(change)];

    private static IEnumerable<MigrationStep> Dropped(Correspondence change)
    {
        var gone = change.Before.Roles
            .Where(role => change.NewOf(new ElementPath(ElementKind.Role, role.Name)) is null)
            .Select(role => SqlText.Of(role.Name).ToString())
            .ToArray();
        return gone.Length == 0 ? [] :
            [Step("drop roles of their members", $"delete from ashlar_role_members where role in ({string.Join(", ", gone)});")];
    }

    private static IEnumerable<MigrationStep> Renamed(Correspondence change)
    {
        var renamed = change.Pairs
            .Where(pair => pair.After.Kind == ElementKind.Role && pair.Before.Path != pair.After.Path)
            .Select(pair => $"when {SqlText.Of(pair.Before.Path)} then {SqlText.Of(pair.After.Path)}")
            .ToArray();
        return renamed.Length == 0 ? [] :
            [
                Step("rename roles of their members",
                    $"update ashlar_role_members set role = case role {string.Join(' ', renamed)} else role end;"),
            ];
    }

    private static MigrationStep Step(string purpose, string sql) => new("P10", StepMode.Transaction, purpose, sql);
}
