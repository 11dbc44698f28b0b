using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A model without a system declaration.</summary>
internal sealed class MissingSystem : Rule
{
    public static Diagnostic At(SyntaxTree tree) =>
        Diagnostic
            .Of<MissingSystem>(PlaceOf(tree), "the model has no `system`")
            .WithLabel("none of the files declares it")
            .WithHelp("declare the `system` once, with its name")
            .WithFix(
                Fix.Insert(FixSafety.Safe, tree.Source.Path, 0, "system Main { title \"Main\" }\n\n", "name the system `Main`"));

    /// <summary>The first word of the first file.</summary>
    private static Location PlaceOf(SyntaxTree tree) =>
        new(tree.Source.Path, tree.Tokens.Select(token => token.Span).FirstOrDefault(span => span.Length > 0));
}
