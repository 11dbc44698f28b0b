using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Features;

/// <summary>How a request that may leave a field out is read: `body.Change(BookFields.Title)`.</summary>
internal static class ChangeReading
{
    public static Code Of(CSharpTypes types, ElementName owner, Field field) => field switch
    {
        { Type: ListType { Item: ValueType item } } =>
            Code.Of($"body.ChangeObjects({Lit.Of(field.Name)}, max: {BodyReading.Most(field)}, {types.Name(item.Value)}.Read)"),
        { Type: ListType } => Code.Of($"body.ChangeValues({BodyReading.FieldOf(owner, field)}, max: {BodyReading.Most(field)})"),
        { Type: ValueType { IsNullable: true } value } =>
            Code.Of($"body.ChangeOrClearObject({Lit.Of(field.Name)}, {types.Name(value.Value)}.Read)"),
        { Type: ValueType value } => Code.Of($"body.ChangeObject({Lit.Of(field.Name)}, {types.Name(value.Value)}.Read)"),
        { IsOptional: true } => Code.Of($"body.ChangeOrClear({BodyReading.FieldOf(owner, field)})"),
        _ => Code.Of($"body.Change({BodyReading.FieldOf(owner, field)})"),
    };

    /// <summary>A list of rows that belong to this one.</summary>
    public static Code OfOwned(Emission emission, Field field, Relation relation)
    {
        var item = LocalNames.One(emission.Entity(relation.Target));
        var read = Code.Of($"{item} => {OwnedWritesFile.Class(relation.Target)}.Read(call, {item})");
        return Code.Of($"body.ChangeObjects({Lit.Of(field.Name)}, max: {BodyReading.Most(field)}, {read})");
    }
}
