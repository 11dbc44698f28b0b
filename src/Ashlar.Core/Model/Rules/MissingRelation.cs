using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A collection that does not say how it finds its rows.</summary>
internal sealed class MissingRelation : Rule
{
    public static Diagnostic At(Site site, FieldSyntax node, EntityElement? target)
    {
        var back = target
            ?.Fields.Slots.FirstOrDefault(slot =>
                slot.Target is not null && slot.Field.Type is ReferenceType && slot.Target.Name.ToString() == OwnerOf(site))
            ?.Field.Name;
        var found = Diagnostic
            .Of<MissingRelation>(site.At(node.Type), $"`{node.Name.Text}` does not say how it finds its rows")
            .WithLabel("neither `inverse`, `owned` nor `linked`")
            .WithHelp("choose `inverse` for rows that refer here, `owned` for parts of this row, `linked` for a set of rows");
        var end = Edits.EndOf(node);
        found = back is null
            ? found
            : found.WithFix(
                Fix.Insert(
                    FixSafety.Unsafe,
                    site.Source.Path,
                    end,
                    $" inverse {back}",
                    $"take the rows whose `{back}` is this row"));
        return found.WithFix(Fix.Insert(FixSafety.Unsafe, site.Source.Path, end, " linked", "keep a set of rows"));
    }

    /// <summary>The entity that the field belongs to, by the name of the finding's element.</summary>
    private static string OwnerOf(Site site) => site.Symbol[..Math.Max(0, site.Symbol.LastIndexOf('.'))];
}
