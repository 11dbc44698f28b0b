using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Edits that many fixes share.</summary>
internal static class Edits
{
    /// <summary>Takes a word or a line out together with the white space before it.</summary>
    public static Fix Remove(Site site, SyntaxNode node, string title)
    {
        var start = node.Span.Start;
        while (start > 0 && char.IsWhiteSpace(site.Source.Text[start - 1]))
        {
            start--;
        }

        return Fix.Remove(FixSafety.Safe, site.At(TextSpan.FromBounds(start, node.Span.End)), title);
    }

    /// <summary>Where a further word of a field goes.</summary>
    public static int EndOf(FieldSyntax node) => node.Modifiers is [.., var last] ? last.Span.End : node.Type.Span.End;
}
