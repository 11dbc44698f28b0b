using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>Two words after a type of which only one can hold.</summary>
internal sealed class ModifierConflict : Rule
{
    public static Diagnostic At(Site site, ModifierSyntax first, string firstWord, ModifierSyntax second, string secondWord)
    {
        var (early, late) = first.Span.Start < second.Span.Start ? (first, second) : (second, first);
        return Diagnostic.Of<ModifierConflict>(site.At(late), $"`{firstWord}` and `{secondWord}` exclude each other")
            .WithLabel("the second of the two")
            .WithRelated(site.At(early), "the first")
            .WithHelp("keep the one that is meant")
            .WithFix(Edits.Remove(site, late, "drop the second") with { Safety = FixSafety.Unsafe })
            .WithFix(Edits.Remove(site, early, "drop the first") with { Safety = FixSafety.Unsafe });
    }
}
