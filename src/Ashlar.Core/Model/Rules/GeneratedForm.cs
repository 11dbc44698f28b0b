using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A generated value that does not fit its field or has no number in it.</summary>
internal sealed class GeneratedForm : Rule
{
    public static Diagnostic NumberForText(Site site, GeneratedSyntax node) =>
        Of(site, node, "a generated text is written as a text around its number")
            .WithHelp("write `generated \"{sequence}\"`")
            .WithFix(Fix.Replace(FixSafety.Safe, site.At(node), "generated \"{sequence}\"", "make it a text"));

    public static Diagnostic TextForNumber(Site site, GeneratedSyntax node) =>
        Of(site, node, "a generated number has no text around it")
            .WithHelp("write `generated sequence`, or make the field a text")
            .WithFix(Fix.Replace(FixSafety.Unsafe, site.At(node), "generated sequence", "make it the number alone"));

    public static Diagnostic WithoutSequence(Site site, GeneratedSyntax node) =>
        Of(site, node, "the generated text has no number in it, so all rows get the same")
            .WithHelp("put `{sequence}` into the text");

    private static Diagnostic Of(Site site, GeneratedSyntax node, string message) =>
        Diagnostic.Of<GeneratedForm>(site.At(node), message).WithLabel("here");
}
