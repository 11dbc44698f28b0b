using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Slots;
using Ashlar.Emit.Testing;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Scenarios;

/// <summary>`run.Answer("Ordering.ChargeCard", new …Result.Ok(Receipt: "R-1"));`: what a slot answers in a scenario.</summary>
internal sealed class SlotAnswers(Emission emission, World world)
{
    private readonly Oracle _oracle = new(world);

    public Code Of(SlotAnswer node)
    {
        var slot = emission.Slot(node.Slot);
        var times = node.Times is { } count ? Code.Of($", times: {count}") : Code.Empty;
        return Code.Of($"run.Answer({Lit.Of($"{slot.Name}")}, {Result(slot, node)}{times});");
    }

    private Code Result(SlotDefinition slot, SlotAnswer node)
    {
        var result = SlotNames.Namespace(emission, slot.Name.Module).Member(SlotNames.Result(slot));
        if (node.Failure is { } name)
        {
            var failure = slot.Failures.First(failure => failure.Name == name);
            return Code.Of($"new {result}.{SlotNames.Failure(slot, failure)}()");
        }

        if (node.Gives is not { } gives)
        {
            return Code.Of($"answer: null");
        }

        var values = slot.Output.Fields.Select(output =>
        {
            var value = gives.FirstOrDefault(value => value.Field == output.Name)?.Value;
            var constant = value is null ? Code.Of($"null") : Constant(slot, output.Type, value);
            return Code.Of($"{SlotNames.Output(slot, output)}: {constant}");
        });
        return Code.Of($"new {result}.Ok({Code.Join(values, ", ")})");
    }

    private Code Constant(SlotDefinition slot, ModelType type, Expression value)
    {
        if (value is ObjectLiteral literal && type is ValueType known)
        {
            var parts = emission.Value(known.Value).Fields.Zip(literal.Fields, (part, given) =>
                Code.Of($"{Names.Property(known.Value, part)}: {Constant(slot, part.Type, given.Value)}"));
            return Code.Of($"new {Outside(slot, known.Value)}({Code.Join(parts, ", ")})");
        }

        return _oracle.Evaluate(value, row: null, Testing.Actor.Nobody) switch
        {
            string one when type is EnumType named => Code.Of($"{Outside(slot, named.Enum)}.{Ident.Of(one)}"),
            var constant => CSharpConstant.Of(new CSharpTypes(slot.Name.Module), new Literal(type, constant)),
        };
    }

    /// <summary>The type on the side of the slot.</summary>
    private Ident Outside(SlotDefinition slot, ElementName name)
    {
        var own = SlotNames.Namespace(emission, slot.Name.Module);
        return (name.Module == slot.Name.Module ? own : own.Member(Names.Member(name.Module))).Member(Names.Type(name));
    }
}
