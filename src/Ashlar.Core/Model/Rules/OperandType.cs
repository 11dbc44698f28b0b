using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An operand of a type that the operation does not take.</summary>
internal sealed class OperandType : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node, string operation, ModelType type) =>
        Of(site, node, $"`{operation}` does not take {Article.Of(TypeNames.Of(type))}", type);

    public static Diagnostic NoOrder(Site site, ExpressionSyntax node, ModelType type) =>
        Of(site, node, $"{Article.Of(TypeNames.Of(type))} has no order", type)
            .WithHelp("compare with `==`, or order by a number, a text or a moment");

    public static Diagnostic NotList(Site site, ExpressionSyntax node, ModelType type) =>
        Of(site, node, $"{site.Quote(node, "this")} is {Article.Of(TypeNames.Of(type))}, not a list", type)
            .WithHelp("name a collection, a list or an entity");

    public static Diagnostic NotRow(Site site, ExpressionSyntax node, ModelType type) =>
        Of(site, node, $"{site.Quote(node, "this")} is {Article.Of(TypeNames.Of(type))}, not a row", type)
            .WithHelp("name an input, a reference or a row that a step before gave a name");

    public static Diagnostic Size(Site site, LiteralSyntax node) =>
        Diagnostic
            .Of<OperandType>(site.At(node), $"{site.Quote(node, "this")} is a size, which only bounds a file")
            .WithLabel("a number of bytes")
            .WithHelp("write a number");

    public static Diagnostic InText(Site site, ExpressionSyntax node, ModelType type) =>
        Of(site, node, $"{Article.Of(TypeNames.Of(type))} has no one form as text", type)
            .WithHelp("put texts, whole numbers and names of an enum into a text");

    private static Diagnostic Of(Site site, ExpressionSyntax node, string message, ModelType type) =>
        Diagnostic.Of<OperandType>(site.At(node), message).WithLabel(Article.Of(TypeNames.Of(type))) with
        {
            Actual = TypeNames.Of(type),
        };
}
