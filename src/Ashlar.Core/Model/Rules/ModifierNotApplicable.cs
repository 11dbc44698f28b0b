using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A word after a type that means nothing there.</summary>
internal sealed class ModifierNotApplicable : Rule
{
    public static Diagnostic At(Site site, ModifierSyntax node, string word, ModelType type, FieldPlace place)
    {
        var target = place switch
        {
            FieldPlace.Input or FieldPlace.Parameter => "an input",
            FieldPlace.Event => "a field of an event",
            FieldPlace.Slot => "a field of a slot",
            FieldPlace.Config => $"{Article.Of(TypeNames.Of(type))} of a configuration",
            FieldPlace.Alias => "a named scalar",
            FieldPlace.Value => $"{Article.Of(TypeNames.Of(type))} of a value type",
            _ => Article.Of(TypeNames.Of(type)),
        };
        return Diagnostic.Of<ModifierNotApplicable>(site.At(node), $"`{word}` means nothing for {target}")
            .WithLabel("has no effect")
            .WithHelp("leave it out")
            .WithFix(Edits.Remove(site, node, $"drop `{word}`"));
    }
}
