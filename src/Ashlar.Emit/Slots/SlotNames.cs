using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Slots;

/// <summary>What the parts of a slot are called in C#.</summary>
internal static class SlotNames
{
    /// <summary>The last part of the namespace and the project that hand-written code of a module lives in.</summary>
    public static Ident Slots { get; } = Ident.Of("Slots");

    /// <summary>`Shop.Sales.Slots`.</summary>
    public static Ident Namespace(Emission emission, string module) => Names.Namespace(emission.Model, module).Member(Slots);

    /// <summary>The class that people write: it is called like the slot.</summary>
    public static Ident Class(SlotDefinition slot) => Names.Type(slot.Name);

    public static Ident Interface(SlotDefinition slot) => Ident.Of($"I{Class(slot)}");

    public static Ident Result(SlotDefinition slot) => Ident.Of($"{Class(slot)}Result");

    /// <summary>The class of the module that calls it.</summary>
    public static Ident Call(SlotDefinition slot) => Ident.Of($"{Class(slot)}Call");

    /// <summary>A failure as a nested record of the result.</summary>
    public static Ident Failure(SlotDefinition slot, SlotFailure failure) =>
        Names.Property(slot.Name with { Name = Result(slot).Text }, failure.Name);

    /// <summary>The property of what it gives; no failure, which is a type beside it, is called so.</summary>
    public static Ident Output(SlotDefinition slot, Field field)
    {
        var property = Names.Property(slot.Name with { Name = "Ok" }, field);
        while (slot.Failures.Any(failure => Failure(slot, failure).Text == property.Text))
        {
            property = Ident.Of($"{property.Text.TrimStart('@')}Value");
        }

        return property;
    }

    /// <summary>The file that people write, relative to the system.</summary>
    public static string File(Emission emission, SlotDefinition slot) =>
        $"custom/{emission.Root.Member(Ident.Of(slot.Name.Module))}/{Class(slot)}.cs";

    /// <summary>The type of a value on the side of the slot, as the code of the module names it: `Slots.Format`.</summary>
    public static TypeRef TypeInModule(CSharpTypes types, ModelType type) => type switch
    {
        EnumType one => TypeRef.Of(Slots.Member(types.Name(one.Enum))),
        ValueType one => TypeRef.Of(Slots.Member(types.Name(one.Value))),
        _ => types.Of(type.AsNullable(false)),
    };
}
