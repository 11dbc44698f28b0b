using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An argument that is given twice.</summary>
internal sealed class DuplicateArgument : Rule
{
    public static Diagnostic At(Site site, ArgumentSyntax argument, string function) =>
        Diagnostic.Of<DuplicateArgument>(site.At(argument.Name), $"`{argument.Name.Text}` of `{function}` is given twice")
            .WithLabel("second time")
            .WithHelp("keep one of the two");
}
