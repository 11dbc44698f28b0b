using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A search through something that is no text.</summary>
internal sealed class SearchField : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node, ModelType type) =>
        Diagnostic.Of<SearchField>(site.At(node), $"{site.Quote(node, "this")} is not a text field")
            .WithLabel(Article.Of(TypeNames.Of(type)))
            .WithHelp("name text fields of the entity or of rows that it refers to");
}
