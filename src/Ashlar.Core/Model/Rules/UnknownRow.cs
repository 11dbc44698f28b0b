using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A row that a scenario does not have at its place, or one of another entity.</summary>
internal sealed class UnknownRow : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> rows) =>
        Diagnostic
            .Of<UnknownRow>(at, $"no row of the scenario is named `{name}` here")
            .WithLabel("neither given nor created before")
            .Suggest(name, rows);

    public static Diagnostic OfOther(Location at, string name, string actual, string entity) =>
        Diagnostic
            .Of<UnknownRow>(at, $"`{name}` is a row of `{actual}`, but one of `{entity}` is expected")
            .WithLabel(Article.Of(actual))
            .Mismatch(entity, actual)
            .WithHelp($"name a row of `{entity}`");

    public static Diagnostic Path(Site site, QualifiedNameSyntax node) =>
        Diagnostic
            .Of<UnknownRow>(site.At(node), $"`{node}` is not the name of a row")
            .WithLabel("a path")
            .WithHelp("name that row with `given` or `as`, and write its name");
}
