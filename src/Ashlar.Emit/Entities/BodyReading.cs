using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Entities;

/// <summary>How a request that creates something is read: `body.Required(BookFields.Title)`.</summary>
internal static class BodyReading
{
    /// <summary>The value of a field, its constant default where the body does not have it.</summary>
    public static Code Of(CSharpTypes types, ElementName owner, Field field) => field switch
    {
        { Type: ListType { Item: ValueType item } } =>
            Code.Of($"body.Objects({Lit.Of(field.Name)}, max: {Most(field)}, {types.Name(item.Value)}.Read)"),
        { Type: ListType } => Code.Of($"body.Values({FieldOf(owner, field)}, max: {Most(field)})"),
        { Type: ValueType { IsNullable: true } value } =>
            Code.Of($"body.OptionalObject({Lit.Of(field.Name)}, {types.Name(value.Value)}.Read)"),
        { Type: ValueType value } => Code.Of($"body.Object({Lit.Of(field.Name)}, {types.Name(value.Value)}.Read)"),
        { Default: { } value, IsOptional: true } => Code.Of($"body.OptionalOr({FieldOf(owner, field)}, {Default(types, value)})"),
        { Default: { } value } => Code.Of($"body.OrDefault({FieldOf(owner, field)}, {Default(types, value)})"),
        { IsOptional: true } => Code.Of($"body.Optional({FieldOf(owner, field)})"),
        _ => Code.Of($"body.Required({FieldOf(owner, field)})"),
    };

    /// <summary>`BookFields.Title`.</summary>
    public static Code FieldOf(ElementName owner, Field field) =>
        Code.Of($"{FieldsFile.Class(owner)}.{Names.Property(owner, field.Name)}");

    /// <summary>How many items a list may have.</summary>
    public static int Most(Field field) => field.Constraints.MaxItems ?? WritableFields.MostItems;

    /// <summary>What counts where a request leaves something out.</summary>
    public static Code Default(CSharpTypes types, Expression value) => value switch
    {
        Literal literal => CSharpConstant.Of(types, literal),
        Variable { Kind: VariableKind.Now } => Code.Of($"call.Now"),
        Variable { Kind: VariableKind.Today } => StatementArguments.Today,
        Variable { Kind: VariableKind.Caller } => Code.Of($"call.Caller.Id"),
        _ => throw new InvalidOperationException("the database evaluates other defaults"),
    };
}
