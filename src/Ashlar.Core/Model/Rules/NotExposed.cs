using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A request that no api takes, or not the one that is named.</summary>
internal sealed class NotExposed : Rule
{
    public static Diagnostic At(Location at, string request, string? api)
    {
        var found = Diagnostic
            .Of<NotExposed>(at, api is null ? $"no api offers `{request}`" : $"`{api}` does not offer `{request}`")
            .WithLabel("nobody can ask this");
        return found.WithHelp(api is null ? "expose it in an api" : "leave `through` out, or name an api that offers it");
    }
}
