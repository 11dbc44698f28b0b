using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Plan;

/// <summary>What the system does otherwise afterwards, and the hand-written code that this is about.</summary>
internal sealed class BehaviourConsequences(Correspondence pairs, ModelDiff diff) : IModelChangeVisitor<IEnumerable<Consequence>>
{
    public IEnumerable<Consequence> All() => diff.Changes.SelectMany(change => change.Accept(this));

    public IEnumerable<Consequence> Visit(ElementAdded change)
    {
        var element = change.Element;
        return element.Kind switch
        {
            ElementKind.Action or ElementKind.View or ElementKind.Event or ElementKind.Workflow =>
                [Say(ChangeClass.Additive, element, $"{Named(element)} is new")],
            ElementKind.EventField when pairs.OldOf(EventOf(element)) is not null =>
                [Say(ChangeClass.Additive, element, $"{Named(EventOf(element))} carries `{element.Name}`")],
            ElementKind.Slot => [Code(ChangeClass.Additive, element, "is new: a class in `custom/` has to fill it")],
            _ => [],
        };
    }

    public IEnumerable<Consequence> Visit(ElementRemoved change)
    {
        var element = change.Element;
        return element.Kind switch
        {
            ElementKind.Action or ElementKind.View => [Say(ChangeClass.Breaking, element, $"{Named(element)} is gone")],
            ElementKind.Workflow =>
                [Say(ChangeClass.Breaking, element, $"{Named(element)} is gone; instances that have not ended are cancelled")],
            ElementKind.Event => [Say(ChangeClass.Breaking, element, $"{Named(element)} is told to nobody any more")],
            ElementKind.EventField when pairs.NewOf(EventOf(element)) is not null =>
                [Say(ChangeClass.Breaking, element, $"{Named(EventOf(element))} no longer carries `{element.Name}`")],
            ElementKind.Slot =>
                [Code(ChangeClass.Behavioural, element, "is gone: its class in `custom/` is not called any more")],
            _ => [],
        };
    }

    public IEnumerable<Consequence> Visit(ElementRenamed change) => change.Element.Kind == ElementKind.Slot
        ? [Code(ChangeClass.Behavioural, change.Element, $"was `{change.Was.Name}`: its class in `custom/` takes the new name")]
        : [];

    public IEnumerable<Consequence> Visit(ElementChanged change)
    {
        var element = change.Element;
        return !change.IsOfMeaning ? [] : (change.Before.Own, change.After.Own) switch
        {
            (Field old, Field now) when element.Kind == ElementKind.Field => OfField(element, old, now),
            (Check or UniqueRule or ExclusiveRule, _) =>
                [Say(ChangeClass.Breaking, element, $"{Named(element)} asks something else; {RuleConsequences.Broken}")],
            (ActionDefinition old, ActionDefinition now) => OfAction(element, old, now),
            (View, _) => [Say(ChangeClass.Behavioural, element, $"{Named(element)} answers something else")],
            (Workflow, Workflow now) => InstanceConsequences.Of(pairs, element, now),
            (Function, _) => [Say(ChangeClass.Behavioural, element, $"{Named(element)} gives something else")],
            (SlotDefinition, _) =>
                [Code(ChangeClass.Behavioural, element, "takes, gives or fails otherwise: its class has to follow")],
            (SystemModel old, SystemModel now) when old.TimeZone != now.TimeZone =>
                [Say(ChangeClass.Behavioural, element, $"days begin in `{now.TimeZone}` instead of `{old.TimeZone}`")],
            _ => [],
        };
    }

    public IEnumerable<Consequence> Visit(ElementsReordered change) => [];

    private static Consequence Say(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Behaviour, grade, element, text);

    private static Consequence Code(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Code, grade, element, $"the slot `{element.Name}` {text}");

    private static string Named(ElementPath element) => $"the {KindNames.Of(element.Kind)} `{element.Name}`";

    private static ElementPath EventOf(ElementPath field) => new(ElementKind.Event, field.Owner);

    private IEnumerable<Consequence> OfField(ElementPath path, Field old, Field now)
    {
        var name = KindNames.Short(path);
        if (!IsSame(old.Default, now.Default))
        {
            yield return Say(ChangeClass.Behavioural, path, $"a new row without `{name}` gets another value, or none");
        }

        if (!IsSame(old.Computed, now.Computed))
        {
            yield return Say(ChangeClass.Behavioural, path, $"`{name}` is worked out in another way");
        }

        if (old.OnDelete != now.OnDelete && now.OnDelete is { } rule)
        {
            yield return Say(
                ChangeClass.Behavioural, path, $"deleting what `{name}` refers to: {rule.ToString().ToLowerInvariant()}");
        }

        if (old.State is { } before && now.State is { } after)
        {
            foreach (var consequence in OfStates(path, before, after))
            {
                yield return consequence;
            }
        }
    }

    private IEnumerable<Consequence> OfStates(ElementPath path, StateMachine old, StateMachine now)
    {
        var name = KindNames.Short(path);
        var before = old.Transitions.Select(move => (From: Now(path, move.From), To: Now(path, move.To))).ToHashSet();
        var after = now.Transitions.Select(move => (move.From, move.To)).ToHashSet();
        foreach (var (from, to) in after.Except(before))
        {
            yield return Say(ChangeClass.Additive, path, $"`{name}` may go from `{from}` to `{to}`");
        }

        var gone = before.Except(after).Where(move => now.States.Contains(move.From) && now.States.Contains(move.To));
        foreach (var (from, to) in gone)
        {
            yield return Say(ChangeClass.Breaking, path, $"`{name}` can no longer go from `{from}` to `{to}`");
        }

        if (!old.Initial.Select(state => Now(path, state)).SequenceEqual(now.Initial, StringComparer.Ordinal))
        {
            yield return Say(ChangeClass.Behavioural, path, $"a new row begins as `{string.Join("` or `", now.Initial)}`");
        }
    }

    /// <summary>What a state of the old model is called now.</summary>
    private string Now(ElementPath field, string state) =>
        pairs.OldOf(field) is { } old && pairs.NewOf(new ElementPath(ElementKind.State, $"{old.Path}.{state}")) is { } now
            ? now.Name
            : state;

    private IEnumerable<Consequence> OfAction(ElementPath path, ActionDefinition old, ActionDefinition now)
    {
        if (!IsSame(old.Requires, now.Requires))
        {
            yield return Say(ChangeClass.Breaking, path, $"{Named(path)} requires something else");
        }

        if (!IsSame(old.Body, now.Body))
        {
            yield return Say(ChangeClass.Behavioural, path, $"{Named(path)} does something else");
        }
    }

    private bool IsSame(object? old, object? now) =>
        Meaning.Of(old ?? "", RenamedNames.Of(pairs), hasDocumentation: false)
            == Meaning.Of(now ?? "", RenamedNames.None, hasDocumentation: false);
}
