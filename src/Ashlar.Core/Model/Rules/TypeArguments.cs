using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Numbers in brackets after a type that takes none.</summary>
internal sealed class TypeArguments : Rule
{
    public static Diagnostic At(Site site, TypeRefSyntax type)
    {
        var name = type.Name.ToString();
        var at = site.At(TextSpan.FromBounds(type.Name.Span.End, type.Arguments[^1].Span.End + 1));
        var found = Diagnostic
            .Of<TypeArguments>(at, $"`{name}` takes no numbers in brackets")
            .WithLabel("only a decimal has them");
        return name == "text" && type.Arguments is [var length]
            ? found
                .WithHelp("write the longest length as `max`")
                .WithFix(Fix.Replace(FixSafety.Safe, at, Inv($" max {length.Value}"), "write it as `max`"))
            : found
                .WithHelp("write bounds as words after the type, such as `max`")
                .WithFix(Fix.Remove(FixSafety.Unsafe, at, "drop the brackets"));
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
