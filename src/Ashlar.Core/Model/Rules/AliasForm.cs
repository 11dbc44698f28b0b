using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A named scalar that stands for something else than a scalar.</summary>
internal sealed class AliasForm : Rule
{
    public static Diagnostic At(Site site, TypeRefSyntax type, string name)
    {
        var found = Diagnostic.Of<AliasForm>(site.At(type), $"`type {name} = …` names a scalar with bounds");
        return type is { IsOptional: true, IsList: false }
            ? found.WithLabel("`?` belongs to the field that has the type").WithHelp("write `?` where the type is used")
            : found
                .WithLabel("not a scalar")
                .WithHelp("name a type of the language here, or write a value as `type` with fields in braces");
    }
}
