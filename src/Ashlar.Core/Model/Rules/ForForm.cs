using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A loop over something else than rows, or over more rows than one transaction handles.</summary>
internal sealed class ForForm : Rule
{
    public static Diagnostic NotRows(Site site, ExpressionSyntax node) =>
        Of(site.At(node), $"{site.Quote(node, "this")} is no collection of rows")
            .WithHelp("name a collection of a row, or an entity");

    public static Diagnostic WithoutLimit(Site site, ExpressionSyntax node, string entity) =>
        Of(site.At(node), $"this goes over every `{entity}` there is, however many")
            .WithHelp("bound it with `limit` and a number behind the conditions");

    public static Diagnostic Limit(Location at, int most) =>
        Of(at, $"a loop handles between 1 and {most} rows").WithHelp("choose a whole number within these bounds");

    private static Diagnostic Of(Location at, string message) => Diagnostic.Of<ForForm>(at, message).WithLabel("here");
}
