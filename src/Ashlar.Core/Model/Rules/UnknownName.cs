using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A bare name in an expression that stands for nothing there.</summary>
internal sealed class UnknownName : Rule
{
    /// <param name="holder">The item of a comprehension that has a field of this name; null for none.</param>
    public static Diagnostic At(Site site, NameSyntax name, IEnumerable<string> scope, string? holder)
    {
        var at = site.At(name);
        var found = Diagnostic.Of<UnknownName>(at, $"nothing is named `{name.Text}` here").WithLabel("not a name at this place");
        return holder is null
            ? found.Suggest(name.Text, scope)
            : found.WithNote("within a comprehension the fields of an item are always written with it")
                .WithHelp($"write `{holder}` and a dot before it")
                .WithFix(Fix.Insert(FixSafety.Safe, at.Path, at.Span.Start, holder + ".", $"write `{holder}.{name.Text}`"));
    }
}
