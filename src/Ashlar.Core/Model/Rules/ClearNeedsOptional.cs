using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A required reference that is to be emptied.</summary>
internal sealed class ClearNeedsOptional : Rule
{
    public static Diagnostic At(Site site, FieldSyntax node, OnDeleteSyntax word) =>
        Diagnostic.Of<ClearNeedsOptional>(site.At(word), $"`{node.Name.Text}` always has a value, so deleting cannot clear it")
            .WithLabel("would leave no value")
            .WithRelated(site.At(node.Type), "required")
            .WithHelp("make the reference optional, or choose `restrict` or `cascade`")
            .WithFix(Fix.Insert(FixSafety.Unsafe, site.Source.Path, node.Type.Span.End, "?", "make it optional"))
            .WithFix(Fix.Replace(FixSafety.Unsafe, site.At(word), "on delete restrict", "refuse the deletion"));
}
