using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Slots;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>Steps that hand on to other code: the actions that this one runs, and the slots that it calls.</summary>
internal sealed partial class ActionBody
{
    public Code Visit(RunStatement node)
    {
        var run = _emission.Action(node.Action);
        var name = Spelling.Camel(node.Action.Name);
        var (line, arguments) = Ask(name, node.Inputs, run.Inputs);
        var refused = _variables.Fresh(name + "Refusal");
        return Code.Lines([
            line,
            Code.Of($$"""
                var {{refused}} = await {{Called(node.Action)}}.RunAsync({{Passed(run, node, arguments)}});
                if ({{refused}} is not null)
                {
                    {{Refused(refused)}}
                }
                """),
        ]);
    }

    public Code Visit(CallStatement node)
    {
        var slot = _emission.Slot(node.Slot);
        var name = Spelling.Camel(node.Slot.Name);
        var (line, values) = Ask(name, node.Inputs, slot.Inputs);
        var given = node.Inputs.Select((input, i) => (input.Field, Value: values[i])).ToList();
        var passed = slot.Inputs.Select(input =>
            given.Find(item => item.Field == input.Name) is { Field: not null } found ? found.Value : Code.Of($"null"));
        var call = Code.Of(
            $"await {SlotNames.Call(slot)}.RunAsync({StatementCall.Wrapped([Code.Of($"work"), .. passed])})");
        return Code.Lines([line, Answered(node, slot, name, call)]);
    }

    private Code Answered(CallStatement node, SlotDefinition slot, string name, Code call)
    {
        var result = node.Result is { } written ? ActionVariables.LocalOf(written) : default(Ident?);
        if (slot.Failures.IsEmpty)
        {
            return result is { } local ? Code.Of($"var {local} = {call};") : Code.Of($"{call};");
        }

        var refused = _variables.Fresh(name + "Refusal");
        var given = result is null ? Ident.Of("_") : _variables.Fresh(name + "Given");
        var isRefused = result is { } kept ? Code.Of($"{given} is not {{ }} {kept}") : Code.Of($"{refused} is not null");
        return Code.Of($$"""
            var ({{refused}}, {{given}}) = {{call}};
            if ({{isRefused}})
            {
                {{Refused(refused)}}
            }
            """);
    }

    /// <summary>The values of inputs: those that are known, and in one query those that have to be asked for.</summary>
    private (Code Line, IReadOnlyList<Code> Values) Ask(string name, ValueList<GivenValue> given, ValueList<Field> fields)
    {
        var inputs = given.Select(input => (input.Value, Type: TypeOf(fields, input), input.Field)).ToList();
        var asked = inputs.Where(input => _variables.Known(input.Value, input.Type) is null).ToList();
        var (read, isQuery) = Read(
            name,
            [.. asked.Select(input => (input.Value, input.Type))],
            parts => parts.Count == 1
                ? parts[0]
                : Code.Of($"({Code.Join(
                    parts.Zip(asked, (part, input) => Code.Of($"{ShownRows.Element(input.Field)}: {part}")), ", ")})"));
        var taken = isQuery ? _variables.Fresh(name) : default;
        return (
            Code.When(isQuery, () => Code.Of($"var {taken} = {read};")),
            [
                .. inputs.Select(input => _variables.Known(input.Value, input.Type)
                    ?? (asked.Count == 1 ? Code.Of($"{taken}") : Code.Of($"{taken}.{ShownRows.Element(input.Field)}"))),
            ]);
    }

    private static ModelType TypeOf(ValueList<Field> fields, GivenValue input) =>
        fields.First(known => known.Name == input.Field).Type;

    /// <summary>The arguments in the order of the parameters; behind an input that is left out they carry their names.</summary>
    private static Code Passed(ActionDefinition run, RunStatement node, IReadOnlyList<Code> values)
    {
        var given = node.Inputs.Select((input, i) => (input.Field, Value: values[i])).ToList();
        var passed = new List<Code> { Code.Of($"work") };
        var isNamed = false;
        foreach (var input in ActionContract.Ordered(run))
        {
            var index = given.FindIndex(item => item.Field == input.Name);
            isNamed |= index < 0;
            if (index >= 0)
            {
                passed.Add(isNamed
                    ? Code.Of($"{ActionVariables.LocalOf(input.Name)}: {given[index].Value}")
                    : given[index].Value);
            }
        }

        return StatementCall.Wrapped(passed);
    }

    private Code Called(ElementName action) => action.Module == _action.Name.Module
        ? Code.Of($"{Names.Type(action)}")
        : Code.Of($"work.Action<{ActionContract.InterfaceOf(_values, action)}>()");
}
