using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Something that needs people who sign in, in a system without a principal.</summary>
internal sealed class NoPrincipal : Rule
{
    public static Diagnostic At(Site site, SyntaxNode node) => At(site, node.Span);

    public static Diagnostic At(Site site, TextSpan span) =>
        Diagnostic.Of<NoPrincipal>(site.At(span), "nobody signs in: no entity is the `principal`")
            .WithLabel("needs a caller")
            .WithHelp("put `principal` after the name of the entity whose rows sign in");
}
