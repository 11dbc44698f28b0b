using System.Collections.Immutable;
using Ashlar.Core.Syntax.Formatting;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Writes a model in its one layout. Comments are kept; formatting twice changes nothing more.</summary>
public static class Formatter
{
    /// <summary>The text in the canonical layout, or the text as it is where the tree has errors.</summary>
    public static string Format(SyntaxTree tree)
    {
        if (HasErrors(tree))
        {
            return tree.Source.Text;
        }

        var ordered = ModifierOrder.Apply(tree);
        var source = string.Equals(ordered, tree.Source.Text, StringComparison.Ordinal)
            ? tree
            : Parser.Parse(new SourceFile(tree.Source.Path, ordered));
        var map = new TokenMap(source);
        ImmutableArray<Unit> units = [.. source.Root.Declarations.Select(new DeclarationLayout(map).Of)];
        return ColumnAlignment.Print(new LayoutPrinter(map).Print(units));
    }

    private static bool HasErrors(SyntaxTree tree) => tree.Diagnostics.Any(found => found.IsError);
}
