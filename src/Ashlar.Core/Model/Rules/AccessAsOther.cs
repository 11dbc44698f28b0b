using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>`access as` with something else than the owner.</summary>
internal sealed class AccessAsOther : Rule
{
    public static Diagnostic At(Site site, NameSyntax name, EntityElement? owner)
    {
        var found = Diagnostic
            .Of<AccessAsOther>(site.At(name), $"`{name.Text}` is not the reference to an owner")
            .WithLabel("rules are taken from the owner only");
        return owner is null
            ? found.WithHelp("write the rules out, or make the rows `owned` by the other entity")
            : found
                .WithHelp("name the reference to the owner after `as`")
                .WithFix(
                    Fix.Replace(
                        FixSafety.Safe,
                        site.At(name),
                        Spelling.Camel(owner.Name.Name),
                        "take the rules of the owner"));
    }
}
