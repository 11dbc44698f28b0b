using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Core.Model.Rules;

/// <summary>A configuration whose keys cannot be what they say.</summary>
internal sealed class ConfigForm : Rule
{
    /// <summary>Whether the value of a key may be of this type: one text that somebody writes.</summary>
    public static bool Carries(ModelType type) => type is DecimalType or EnumType or Types.UnknownType or ScalarType
    {
        Scalar: not (Scalar.File or Scalar.Password or Scalar.Json or Scalar.Months),
    };

    public static Diagnostic KeyType(Site site, FieldSyntax node, ModelType type) =>
        Of(site, node.Type, $"`{node.Name.Text}` is {Kind(type)}, which no setting holds")
            .WithLabel("a setting is one text, number, time or secret")
            .WithHelp("use a scalar, a decimal or an enum");

    public static Diagnostic CalculatedDefault(Site site, ExpressionSyntax node) =>
        Of(site, node, "the default of a setting is a constant")
            .WithLabel("would have to be calculated")
            .WithHelp("write the value itself");

    public static Diagnostic SecretDefault(Site site, SyntaxNode node) =>
        Of(site, node, "a secret has no default")
            .WithLabel("would be known to whoever reads the model")
            .WithHelp("remove it, and set the value where the system is installed");

    public static Diagnostic Empty(Site site, ConfigSyntax node) =>
        Of(site, node.Name, $"`{node.Name.Text}` has no keys")
            .WithHelp("add a key, as in `timeout: duration = 10s`");

    public static Diagnostic SameLetters(FieldSlot second, FieldSlot first) =>
        Diagnostic.Of<ConfigForm>(
            second.Field.Origin.Location, $"`{second.Field.Name}` and `{first.Field.Name}` are one setting")
            .WithLabel("differs in capitals alone, which .NET does not look at")
            .WithRelated(first.Field.Origin.Location, "first")
            .WithHelp($"rename `{second.Field.Name}`");

    private static string Kind(ModelType type) => type switch
    {
        ListType => "a list",
        ReferenceType => "a row",
        ValueType => "a value with fields",
        StateType => "a state",
        _ => Article.Of(TypeNames.Of(type)),
    };

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<ConfigForm>(site.At(at), message);
}
