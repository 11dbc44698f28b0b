using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A task that asks for what a person cannot type.</summary>
internal sealed class TaskForm : Rule
{
    public static bool Asks(ModelType type) => type is EnumType or DecimalType or Types.UnknownType
        || (type is ScalarType && SlotValue.Carries(type));

    public static Diagnostic Field(Site site, FieldSyntax node, ModelType type) =>
        Diagnostic.Of<TaskForm>(site.At(node.Type), $"`{node.Name.Text}` is nothing that a person answers with")
            .WithLabel("no plain value")
            .WithHelp(type is ReferenceType
                ? "take what names the row, such as its number"
                : "take a text, a number, a date, a yes or no, or a value of an enum");
}
