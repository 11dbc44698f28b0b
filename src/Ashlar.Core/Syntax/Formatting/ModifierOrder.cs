using System.Text;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>
/// The canonical order of the words after a type: what bounds the value, what the field is, how it relates, where its
/// value comes from, what deleting does. A field with a comment inside keeps its order.
/// </summary>
internal static class ModifierOrder
{
    public static string Apply(SyntaxTree tree)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var modifiers in ModifierLists.In(tree.Root))
        {
            var ordered = modifiers.OrderBy(RankOf).ToList();
            if (ordered.SequenceEqual(modifiers) || HasCommentInside(tree.Source, modifiers))
            {
                continue;
            }

            text.Append(tree.Source.Text, position, modifiers[0].Span.Start - position);
            text.AppendJoin(' ', ordered.Select(modifier => tree.Source.Slice(modifier.Span)));
            position = modifiers[^1].Span.End;
        }

        return text.Append(tree.Source.Text, position, tree.Source.Text.Length - position).ToString();
    }

    private static int RankOf(ModifierSyntax modifier) => modifier.Accept(ModifierRank.Instance);

    private static bool HasCommentInside(SourceFile source, IReadOnlyList<ModifierSyntax> modifiers)
    {
        for (var i = 1; i < modifiers.Count; i++)
        {
            var between = TextSpan.FromBounds(modifiers[i - 1].Span.End, modifiers[i].Span.Start);
            if (source.Slice(between).Contains('/', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
