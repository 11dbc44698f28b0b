using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Actions;

/// <summary>How the values of an action are read from a row: one column, or one for each part of a value.</summary>
internal sealed class ActionValues(Emission emission, string module)
{
    private readonly CSharpTypes _types = new(module);
    private readonly KernelForm _forms = new(new CSharpTypes(module));

    public TypeRef TypeOf(ModelType type) => _types.Of(type);

    /// <summary>A type of the model, with its module in front where it is another one.</summary>
    public Ident Name(ElementName name) => _types.Name(name);

    public int ColumnsOf(ModelType type) => type is ValueType value ? emission.Value(value.Value).Fields.Count : 1;

    /// <summary>What stands in the columns.</summary>
    public IEnumerable<(Expression Value, ModelType Type)> Columns(Expression value, ModelType type) => type is ValueType parts
        ? emission.Value(parts.Value).Fields.Select(part =>
        {
            var partType = part.Type.AsNullable(part.IsOptional || type.IsNullable);
            return ((Expression)new FieldAccess(partType, value, part.Name), partType);
        })
        : [(value, type)];

    /// <summary>`rows.Decimal(1, scale: 2)`.</summary>
    public Code Get(ModelType type, int column)
    {
        if (type is not ValueType value)
        {
            return _forms.Get(type, Code.Of($"{column}"));
        }

        var read = Code.Of($"{_types.Name(value.Value)}.Read(rows, {column})");
        return type.IsNullable
            ? Code.Of($"{AbsentValue.Test(emission.Value(value.Value), part => Code.Of($"{column + part}"))} ? null : {read}")
            : read;
    }
}
