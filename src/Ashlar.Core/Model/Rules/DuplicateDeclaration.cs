using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Two declarations of one name.</summary>
internal sealed class DuplicateDeclaration : Rule
{
    public static Diagnostic At(Location at, string kind, string name, Location first) =>
        Diagnostic.Of<DuplicateDeclaration>(at, $"`{name}` is declared twice")
            .WithLabel("declared again here")
            .WithRelated(first, $"first declared here, as {kind}")
            .WithHelp("rename one of the two, or merge them");

    public static Diagnostic OfScenario(Location at, Location first) =>
        Diagnostic.Of<DuplicateDeclaration>(at, "two scenarios have the same title")
            .WithLabel("second time")
            .WithRelated(first, "first time")
            .WithHelp("say in the title what is special about this one");

    public static Diagnostic OfTheLanguage(Location at, string name) =>
        Diagnostic.Of<DuplicateDeclaration>(at, $"`{name}` is a type of the language")
            .WithLabel("declared again here")
            .WithHelp("give it another name");
}
