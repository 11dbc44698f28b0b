using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>Something that is no single value where an action or an event takes one.</summary>
internal sealed class NotCarried : Rule
{
    public static bool Carries(ModelType type) =>
        type is not (ListType or ScalarType { Scalar: Scalar.File or Scalar.Password or Scalar.Secret or Scalar.Months });

    /// <summary>An action also takes a list of values, to pass it on, and a password; nothing tells of one.</summary>
    public static bool Takes(ModelType type) => type switch
    {
        ListType { Item: not ReferenceType } list => Carries(list.Item),
        ScalarType { Scalar: Scalar.Password } => true,
        _ => Carries(type),
    };

    public static Diagnostic At(Site site, FieldSyntax node, ModelType type, FieldPlace place)
    {
        var holder = place == FieldPlace.Event ? "no event carries" : "no action takes";
        return Of(site, node.Type, $"`{node.Name.Text}` is {KindOf(node, type)}, which {holder}")
            .WithHelp(type is ListType ? "take the row that has the list, or one item" : "leave it out");
    }

    public static Diagnostic OfLet(Site site, LetSyntax node, ModelType type) =>
        Of(site, node.Value, $"`{node.Name.Text}` would name {KindOf(type)}")
            .WithHelp("name a number, a text, a moment, a value of an enum or a row");

    private static string KindOf(FieldSyntax node, ModelType type) =>
        node.Type.State is null ? KindOf(type) : "a state of its own";

    private static string KindOf(ModelType type) =>
        type switch
        {
            NullType => "nothing but null",
            ListType => "a list",
            _ => Article.Of(TypeNames.Of(type.AsNullable(false))),
        };

    private static Diagnostic Of(Site site, SyntaxNode node, string message) =>
        Diagnostic.Of<NotCarried>(site.At(node), message).WithLabel("no single value");
}
