using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;

namespace Ashlar.Core.Model.Rules;

/// <summary>A view that does not say who may ask for it.</summary>
internal sealed class NoViewAccess : Rule
{
    public static Diagnostic At(ViewElement view) =>
        Diagnostic
            .Of<NoViewAccess>(view.NameLocation, $"nothing says who may ask for `{view.Name.Name}`")
            .WithLabel("has no access")
            .WithHelp("grant it, such as `access to signed in`")
            .About(view.Name.ToString());
}
