using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A list that may be null.</summary>
internal sealed class OptionalList : Rule
{
    public static Diagnostic At(Site site, TypeRefSyntax type)
    {
        var text = site.Source.Slice(type.Span);
        return Diagnostic.Of<OptionalList>(site.At(type), $"a list is never null, so `{type.Name}[]` takes no `?`")
            .WithLabel("an empty list says that there is nothing")
            .WithHelp("leave the `?` out")
            .WithFix(Fix.Replace(FixSafety.Safe, site.At(type), text.Replace("?", "", StringComparison.Ordinal), "drop the `?`"));
    }
}
