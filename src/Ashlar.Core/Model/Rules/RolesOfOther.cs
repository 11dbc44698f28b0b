using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Roles for a sample that does not sign in.</summary>
internal sealed class RolesOfOther : Rule
{
    public static Diagnostic At(Location at, string entity, string? principal)
    {
        var found = Diagnostic
            .Of<RolesOfOther>(at, $"{Article.Of(entity)} does not sign in, so it has no roles")
            .WithLabel("roles are of people who sign in");
        return principal is null
            ? found.WithHelp("leave `as` out")
            : found.WithHelp($"leave `as` out, or make it a row of `{principal}`");
    }
}
