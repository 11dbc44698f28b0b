using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Core.Plan;

/// <summary>
/// Which value of a workflow is which of the old one: those that were given under the same name, or one that `was` it, and whose
/// type takes what instances hold.
/// </summary>
internal sealed class CarriedPairs(Correspondence pairs, Workflow before, Workflow after)
{
    public IEnumerable<KeptValue> Kept() =>
        from old in before.Carried
        let name = NewName(old)
        from now in after.Carried
        where now.Variable.Name == name && Takes(old.Variable.Type, now.Variable.Type)
        select new KeptValue(old, now);

    /// <summary>`packed.weight` where `parcel.weight` was; null for a name that is gone.</summary>
    private string? NewName(CarriedValue value)
    {
        if (pairs.NewOf(new ElementPath(ElementKind.Given, $"{before.Name}.{value.Name}")) is not { } name)
        {
            return null;
        }

        if (value.Variable.Name == value.Name)
        {
            return name.Name;
        }

        var field = value.Variable.Name[(value.Name.Length + 1)..];
        return NewField(value.Name, field) is { } now ? $"{name.Name}.{now}" : null;
    }

    private string? NewField(string name, string field)
    {
        if (before.Steps.Any(step => step.Work is TaskWork task && task.Result == name))
        {
            return pairs.NewOf(new ElementPath(ElementKind.Answer, $"{before.Name}.{name}.{field}"))?.Name;
        }

        return EventOf(name) is { } happened
            ? pairs.NewOf(new ElementPath(ElementKind.EventField, $"{happened}.{field}"))?.Name
            : field;
    }

    private ElementName? EventOf(string name) => name == before.Start.Name
        ? before.Start.Event
        : before.Awaits().FirstOrDefault(one => one.Name == name)?.Event;

    /// <summary>What instances hold is kept as text: a value that is made of parts has to have the same ones.</summary>
    private bool Takes(ModelType old, ModelType now) => (old.AsNullable(false), now.AsNullable(false)) switch
    {
        (ValueType was, ValueType become) => pairs.Before.Value(was.Value) == pairs.After.Value(become.Value),
        (StateType was, StateType become) => IsState(was, become),
        (ListType { Item: EnumType or StateType or ValueType } was, ListType become) => was == become,
        var (was, become) => TypeChange.IsSame(pairs, was, become) || TypeChange.IsWidening(was, become),
    };

    private bool IsState(StateType old, StateType now) =>
        pairs.NewOf(ElementPath.OfField(old.Entity, old.Field)) == ElementPath.OfField(now.Entity, now.Field);
}
