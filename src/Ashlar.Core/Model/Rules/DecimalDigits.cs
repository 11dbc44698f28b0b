using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A decimal without its digits, or with more than can be stored.</summary>
internal sealed class DecimalDigits : Rule
{
    public static Diagnostic At(Site site, TypeRefSyntax type)
    {
        var found = Diagnostic
            .Of<DecimalDigits>(site.At(type), "a decimal has 1 to 18 digits, and at most as many after the point")
            .WithLabel(type.Arguments.IsEmpty ? "no digits are given" : "these digits do not fit")
            .WithHelp("write all digits, then those after the point: `decimal(10, 2)`");
        return type.Arguments.IsEmpty
            ? found.WithFix(
                Fix.Insert(
                    FixSafety.Unsafe,
                    site.Source.Path,
                    type.Name.Span.End,
                    "(10, 2)",
                    "take ten digits, two of them after the point"))
            : found;
    }
}
