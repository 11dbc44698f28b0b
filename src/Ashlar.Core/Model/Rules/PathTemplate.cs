using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An address that is none.</summary>
internal sealed class PathTemplate : Rule
{
    public static Diagnostic At(Location at, string message) =>
        Diagnostic.Of<PathTemplate>(at, message)
            .WithLabel("not a path")
            .WithHelp("write a path such as `\"/books/{book.isbn}/cover\"`");

    public static Diagnostic Method(Site site, NameSyntax method, IReadOnlyList<string> methods)
    {
        var found = Diagnostic.Of<PathTemplate>(site.At(method), $"`{method.Text}` is not a method that this operation can have")
            .WithLabel(methods.Count == 1 ? "it only reads" : "it changes something")
            .WithHelp($"write {Listing.Or(methods)}");
        var upper = method.Text.ToUpperInvariant();
        return methods.Contains(upper, StringComparer.Ordinal)
            ? found.WithFix(Fix.Replace(FixSafety.Safe, site.At(method), upper, $"write `{upper}`"))
            : found;
    }
}
