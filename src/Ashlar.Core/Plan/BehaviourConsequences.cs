using Ashlar.Core.Model;

namespace Ashlar.Core.Plan;

/// <summary>What the system does otherwise afterwards, and the hand-written code that this is about.</summary>
internal sealed class BehaviourConsequences(Correspondence pairs, ModelDiff diff) : IModelChangeVisitor<IEnumerable<Consequence>>
{
    public IEnumerable<Consequence> All() => diff.Changes.SelectMany(change => change.Accept(this));

    public IEnumerable<Consequence> Visit(ElementAdded change) => change.Element.Kind switch
    {
        ElementKind.Action => [Say(ChangeClass.Additive, change.Element, $"the action `{change.Element.Name}` is new")],
        ElementKind.View => [Say(ChangeClass.Additive, change.Element, $"the view `{change.Element.Name}` is new")],
        ElementKind.Event => [Say(ChangeClass.Additive, change.Element, $"the event `{change.Element.Name}` is new")],
        ElementKind.EventField when pairs.OldOf(new ElementPath(ElementKind.Event, change.Element.Owner)) is not null =>
            [Say(ChangeClass.Additive, change.Element, $"the event `{Owner(change.Element)}` carries `{change.Element.Name}`")],
        ElementKind.Slot => [Code(ChangeClass.Additive, change.Element, "is new: a class in `custom/` has to fill it")],
        _ => [],
    };

    public IEnumerable<Consequence> Visit(ElementRemoved change) => change.Element.Kind switch
    {
        ElementKind.Action => [Say(ChangeClass.Breaking, change.Element, $"the action `{change.Element.Name}` is gone")],
        ElementKind.View => [Say(ChangeClass.Breaking, change.Element, $"the view `{change.Element.Name}` is gone")],
        ElementKind.Event => [Say(ChangeClass.Breaking, change.Element, $"the event `{change.Element.Name}` is told to nobody any more")],
        ElementKind.EventField when pairs.NewOf(new ElementPath(ElementKind.Event, change.Element.Owner)) is not null =>
            [Say(ChangeClass.Breaking, change.Element, $"the event `{Owner(change.Element)}` no longer carries `{change.Element.Name}`")],
        ElementKind.Slot => [Code(ChangeClass.Behavioural, change.Element, "is gone: its class in `custom/` is not called any more")],
        _ => [],
    };

    public IEnumerable<Consequence> Visit(ElementRenamed change) => change.Element.Kind == ElementKind.Slot
        ? [Code(ChangeClass.Behavioural, change.Element, $"was `{change.Was.Name}`: its class in `custom/` takes the new name")]
        : [];

    public IEnumerable<Consequence> Visit(ElementChanged change) => !change.IsOfMeaning ? [] : change.After.Own switch
    {
        Field now when change.Element.Kind == ElementKind.Field && change.Before.Own is Field old => OfField(change.Element, old, now),
        Check check => [Say(ChangeClass.Breaking, change.Element, $"the rule `{check.Name}` asks something else; rows that break it "
            + "stop the migration, and are listed")],
        UniqueRule or ExclusiveRule => [Say(ChangeClass.Breaking, change.Element, $"the rule `{change.Element.Name}` asks something "
            + "else; rows that break it stop the migration, and are listed")],
        ActionDefinition now when change.Before.Own is ActionDefinition old => OfAction(change.Element, old, now),
        View => [Say(ChangeClass.Behavioural, change.Element, $"the view `{change.Element.Name}` answers something else")],
        Function => [Say(ChangeClass.Behavioural, change.Element, $"the function `{change.Element.Name}` gives something else")],
        SlotDefinition => [Code(ChangeClass.Behavioural, change.Element, "has other inputs, outputs or failures: its class is compiled against them")],
        SystemModel now when change.Before.Own is SystemModel old && old.TimeZone != now.TimeZone =>
            [Say(ChangeClass.Behavioural, change.Element, $"days begin in `{now.TimeZone}` instead of `{old.TimeZone}`")],
        _ => [],
    };

    public IEnumerable<Consequence> Visit(ElementsReordered change) => [];

    private static Consequence Say(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Behaviour, grade, element, text);

    private static Consequence Code(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Code, grade, element, $"the slot `{element.Name}` {text}");

    private static string Owner(ElementPath element) => element.Owner[(element.Owner.LastIndexOf('.') + 1)..];

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

        foreach (var (from, to) in before.Except(after).Where(move => now.States.Contains(move.From) && now.States.Contains(move.To)))
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
            yield return Say(ChangeClass.Breaking, path, $"the action `{path.Name}` requires something else");
        }

        if (!IsSame(old.Body, now.Body))
        {
            yield return Say(ChangeClass.Behavioural, path, $"the action `{path.Name}` does something else");
        }
    }

    private bool IsSame(object? old, object? now) =>
        Meaning.Of(old ?? "", RenamedNames.Of(pairs), hasDocumentation: false)
            == Meaning.Of(now ?? "", RenamedNames.None, hasDocumentation: false);
}
