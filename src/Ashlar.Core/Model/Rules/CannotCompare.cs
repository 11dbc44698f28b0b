using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>Two values of types that are never equal or in order.</summary>
internal sealed class CannotCompare : Rule
{
    public static Diagnostic At(Site site, BinarySyntax node, ModelType left, ModelType right)
    {
        var (one, other) = (TypeNames.Of(left), TypeNames.Of(right));
        var found = Diagnostic
            .Of<CannotCompare>(site.At(node), $"{Article.Of(one)} and {Article.Of(other)} cannot be compared")
            .WithLabel("two types that do not go together")
            .Mismatch(one, other);
        if (
            left is ScalarType { Scalar: Scalar.Date }
            && node.Right is LiteralSyntax { Value: string text }
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
        {
            return found
                .WithHelp($"write the date as `date \"{text}\"`")
                .WithFix(Fix.Insert(FixSafety.Safe, site.Source.Path, node.Right.Span.Start, "date ", "make the text a date"));
        }

        return
            (left, right)
                is
                    (ScalarType { Scalar: Scalar.Instant }, ScalarType { Scalar: Scalar.Date })
                    or
                    (ScalarType { Scalar: Scalar.Date }, ScalarType { Scalar: Scalar.Instant })
            ? found.WithHelp("take the day of the moment: `date(of: …, zone: …)`")
            : found.WithHelp("compare values of one type");
    }
}
