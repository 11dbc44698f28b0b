using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Migrations;

/// <summary>Who has a role keeps it when its name changes, and has it no more when it goes.</summary>
internal static class RoleNames
{
    // Between the two names a role has one that nothing else has, for those who have two roles that swap their names.
    private const string Aside = "=";

    public static IEnumerable<MigrationStep> Steps(Correspondence change)
    {
        if (change.Before.Principal is null)
        {
            return [];
        }

        var kept = change.Pairs.Where(pair => pair.After.Kind == ElementKind.Role)
            .Select(pair => (Was: pair.Before.Path, Is: pair.After.Path))
            .ToArray();
        var renamed = kept.Where(role => role.Was != role.Is)
            .Select(role => $"when {SqlText.Of(role.Was)} then {SqlText.Of(Aside + role.Is)}")
            .ToArray();
        var isGone = change.Before.Roles.Any(role => kept.All(one => one.Was != role.Name));
        return
        [
            .. isGone || renamed.Length > 0 ? [Step("take roles that are gone from their members", Gone(kept))] : NoSteps,
            .. renamed.Length == 0 ? NoSteps :
            [
                Step("rename roles of their members",
                    $"update ashlar_role_members set role = case role {string.Join(' ', renamed)} else role end;\n"
                    + $"update ashlar_role_members set role = substr(role, 2) where role like '{Aside}%';"),
            ],
        ];
    }

    private static ValueList<MigrationStep> NoSteps => [];

    private static MigrationStep Step(string purpose, string sql) => new("P10", StepMode.Transaction, purpose, sql);

    private static string Gone((string Was, string Is)[] kept) => kept.Length == 0
        ? "delete from ashlar_role_members;"
        : $"delete from ashlar_role_members where role not in ({string.Join(", ", kept.Select(role => SqlText.Of(role.Was)))});";
}
