using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A slot that takes or gives what is no plain value: a row, a list, a file, a password.</summary>
internal sealed class SlotValue : Rule
{
    public static bool Carries(ModelType type) => type switch
    {
        ScalarType scalar => scalar.Scalar
            is not (Scalar.File or Scalar.Password or Scalar.Secret or Scalar.Months or Scalar.Json),
        DecimalType or EnumType or Types.ValueType or Types.UnknownType => true,
        _ => false,
    };

    public static Diagnostic At(Site site, FieldSyntax node, ModelType type) =>
        Diagnostic.Of<SlotValue>(site.At(node.Type), $"no slot takes or gives {KindOf(node, type)}")
            .WithLabel("no plain value")
            .WithHelp(type is ReferenceType
                ? "give it the fields of the row that it needs, each as an input"
                : "give it a scalar, a value of an enum, or a type with fields");

    private static string KindOf(FieldSyntax node, ModelType type) => type switch
    {
        _ when node.Type.State is not null => "a state of its own",
        ReferenceType row => $"a row of `{row.Entity.Name}`",
        ListType => "a list",
        _ => Article.Of(TypeNames.Of(type.AsNullable(false))),
    };
}
