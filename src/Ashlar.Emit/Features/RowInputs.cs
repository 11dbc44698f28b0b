using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Features;

/// <summary>The C# of the inputs that a field gives to a statement: one, or one for each part of a value.</summary>
internal static class RowInputs
{
    public static IEnumerable<KeyValuePair<string, Code>> Of(Emission emission, CSharpTypes types, Field field, Code value)
    {
        var forms = new KernelForm(types);
        if (field.Type is not ValueType type)
        {
            yield return new(field.Name, forms.Parameter(field.Type, value));
            yield break;
        }

        foreach (var part in emission.Value(type.Value).Fields)
        {
            yield return new(
                $"{field.Name}.{part.Name}",
                forms.Parameter(part.Type, Part(types, type, part, value)));
        }
    }

    /// <summary>The same of a change, and whether the request has it. C# sees a null in it, whatever the field allows.</summary>
    public static IEnumerable<KeyValuePair<string, Code>> OfChange(
        Emission emission, CSharpTypes types, Field field, Code change, Code value) =>
        Of(emission, types, field with { Type = field.Type.AsNullable(true) }, value)
            .Append(new(field.Name + CreatedRow.IsSet, Code.Of($"{change}.IsSet")));

    /// <summary>The same of a property of a row that is being made.</summary>
    public static IEnumerable<KeyValuePair<string, Code>> OfCreated(
        Emission emission, CSharpTypes types, CreatedField created, Code property) => created.IsChange
            ? OfChange(emission, types, created.Field, property, Code.Of($"{property}.Value"))
            : Of(emission, types, created.Field, property);

    // A value that may be absent gives null for each part, and that null still has the type of the part.
    private static Code Part(CSharpTypes types, ValueType type, Field part, Code value)
    {
        var property = Names.Property(type.Value, part);
        return type.IsNullable ? Code.Of($"{value}?.{property}") : Code.Of($"{value}.{property}");
    }
}
