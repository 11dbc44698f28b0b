using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A constant that its type cannot hold.</summary>
internal sealed class LiteralDoesNotFit : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node, ModelType type) =>
        Diagnostic
            .Of<LiteralDoesNotFit>(
                site.At(node),
                $"{site.Quote(node, "the constant")} is no `{TypeNames.Of(type.AsNullable(false))}`")
            .WithLabel($"{Article.Of(TypeNames.Of(type.AsNullable(false)))} cannot hold it")
            .Mismatch(TypeNames.Of(type), site.Source.Slice(node.Span))
            .WithHelp(HelpFor(type));

    private static string HelpFor(ModelType type) =>
        type switch
        {
            DecimalType number =>
                $"write at most {number.Precision - number.Scale} digits before and {number.Scale} after the point",
            ScalarType { Scalar: Scalar.Int } => "write a whole number, or make it a `long` or a `decimal`",
            ScalarType { Scalar: Scalar.Long } => "write a whole number, or make it a `decimal`",
            ScalarType { Scalar: Scalar.Email } => "write an address with one `@`",
            ScalarType { Scalar: Scalar.Url } => "write an absolute `http` or `https` address",
            ScalarType { Scalar: Scalar.Zone } => "write a name of the IANA database, such as `Europe/Paris`",
            ScalarType { Scalar: Scalar.Uuid } => "write 32 hexadecimal digits with four dashes",
            _ => "write a value of the type",
        };
}
