using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An event that is waited for, or heard at every step, without a key that says which one.</summary>
internal sealed class WaitForm : Rule
{
    public static Diagnostic WithoutMatch(Site site, WaitForSyntax node) =>
        Of(site, node.Event, $"any `{node.Event.Name.Text}` would be heard, also that of another instance")
            .WithLabel("says nothing of which one")
            .WithHelp("compare a field of it with what the instance knows, as in `as done where done.order == placed.order`");

    public static Diagnostic NoMatch(Site site, ExpressionSyntax where, string name) =>
        Of(site, where, "an instance finds its event by fields that are equal to what it knows")
            .WithLabel("no comparison of a field with a known value")
            .WithHelp($"write `{name}.field == value`, with `and` between several; the value is never null there");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<WaitForm>(site.At(at), message);
}
