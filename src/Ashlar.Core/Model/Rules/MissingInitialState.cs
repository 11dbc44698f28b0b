using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A state field that does not say where a row begins.</summary>
internal sealed class MissingInitialState : Rule
{
    public static Diagnostic At(Site site, StateSyntax node)
    {
        var found = Diagnostic
            .Of<MissingInitialState>(site.At(new TextSpan(node.Span.Start, StateWord.Length)), "the state has no `initial`")
            .WithLabel("a row would have no state when it is made")
            .WithHelp("name the state in which a row begins after `initial`");
        return node.Transitions is [{ From: { IsMissing: false } first }, ..]
            ? found.WithFix(
                Fix.Insert(
                    FixSafety.Unsafe,
                    site.Source.Path,
                    node.Transitions[0].Span.Start,
                    $"initial {first.Text}\n    ",
                    $"begin in `{first.Text}`"))
            : found;
    }

    private const string StateWord = "state";
}
