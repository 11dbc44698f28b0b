using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A list of something that lists do not hold.</summary>
internal sealed class ListItem : Rule
{
    public static Diagnostic At(Site site, TypeRefSyntax type) =>
        Diagnostic.Of<ListItem>(site.At(type), $"a list of `{type.Name}` has items without a name of their own")
            .WithLabel("items are named scalars, enums or value types")
            .WithHelp($"declare what an item is, as a `type` over `{type.Name}`, and list that");

    public static Diagnostic OfInput(Site site, TypeRefSyntax type) =>
        Diagnostic.Of<ListItem>(site.At(type), $"an input cannot be a list of `{type.Name}` rows")
            .WithLabel("rows are reached through a field")
            .WithHelp("take the row that has the list as the input");
}
