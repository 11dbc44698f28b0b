using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A mapping to a value that there is not.</summary>
internal sealed class UnknownSuccessor : Rule
{
    public static Diagnostic At(
        WrittenDecision decision, NameSyntax value, ElementPath holder, IReadOnlyCollection<string> values)
    {
        var near = NearestNames.Of(value.Text, values);
        var found = Diagnostic.Of<UnknownSuccessor>(
                new Location(decision.Source.Path, value.Span), $"`{KindNames.Short(holder)}` has no value `{value.Text}`")
            .About(holder.Path)
            .WithNearest(near.Count > 0 ? near : values);
        return values.Count == 0 ? found : found.WithHelp($"use one of `{string.Join("`, `", values.Take(4))}`");
    }
}
