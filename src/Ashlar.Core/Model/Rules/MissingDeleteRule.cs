using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A reference that does not say what deleting its target does.</summary>
internal sealed class MissingDeleteRule : Rule
{
    public static Diagnostic At(Site site, FieldSyntax node, ReferenceType reference)
    {
        var target = reference.Entity.Name;
        var found = Diagnostic
            .Of<MissingDeleteRule>(site.At(node.Type), $"`{node.Name.Text}` does not say what deleting the `{target}` does")
            .WithLabel("a reference without `on delete`")
            .WithHelp(
                reference.IsNullable
                    ? "choose `on delete restrict`, `on delete cascade` or `on delete clear`"
                    : "choose `on delete restrict` or `on delete cascade`")
            .WithFix(Append(site, node, " on delete restrict", $"refuse to delete {Article.Of(target)} that is referred to"))
            .WithFix(Append(site, node, " on delete cascade", $"delete this row together with its `{target}`"));
        var clear = reference.IsNullable
            ? Append(site, node, " on delete clear", "empty the reference")
            : MakeOptional(site, node);
        return found.WithFix(clear);
    }

    private static Fix MakeOptional(Site site, FieldSyntax node)
    {
        var rest = site.Source.Slice(TextSpan.FromBounds(node.Type.Span.End, Edits.EndOf(node)));
        var at = site.At(TextSpan.FromBounds(node.Type.Span.End, Edits.EndOf(node)));
        return Fix.Replace(FixSafety.Unsafe, at, $"?{rest} on delete clear", "make the reference optional and empty it");
    }

    /// <summary>Each of the three is a decision, so none is applied unseen.</summary>
    private static Fix Append(Site site, FieldSyntax node, string text, string title) =>
        Fix.Insert(FixSafety.Unsafe, site.Source.Path, Edits.EndOf(node), text, title);
}
