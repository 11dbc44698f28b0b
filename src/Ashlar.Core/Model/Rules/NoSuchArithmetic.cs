using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>Arithmetic between types for which there is none.</summary>
internal sealed class NoSuchArithmetic : Rule
{
    public static Diagnostic At(Site site, BinarySyntax node, ModelType left, ModelType right)
    {
        var sign = site.Source.Slice(node.OperatorSpan);
        var found = Diagnostic
            .Of<NoSuchArithmetic>(
                site.At(node),
                $"`{sign}` means nothing between {Article.Of(TypeNames.Of(left))} and {Article.Of(TypeNames.Of(right))}")
            .WithLabel("no such arithmetic");
        return HelpFor(left, right) is { } help ? found.WithHelp(help) : found;
    }

    private static string? HelpFor(ModelType left, ModelType right) =>
        (left, right) switch
        {
            _ when ScalarTypes.IsText(left) || ScalarTypes.IsText(right) =>
                "write one text with the values in braces, such as `\"{a} {b}\"`",
            (ScalarType { Scalar: Scalar.Date }, ScalarType { Scalar: Scalar.Date }) =>
                "count the days: `days(from: …, until: …)`",
            (ScalarType { Scalar: Scalar.Date }, ScalarType { Scalar: Scalar.Duration }) =>
                "move a date by months, or compare `days(from: …, until: …)` with a number",
            (ScalarType { Scalar: Scalar.Instant }, ScalarType { Scalar: Scalar.Months }) =>
                "move the day of the moment: `date(of: …, zone: …)`",
            _ => null,
        };
}
