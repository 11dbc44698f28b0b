using Ashlar.Core.Analysis.Effects;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Tool.Describing;

/// <summary>What follows about actions and events: who runs them, what they do, what they lead to.</summary>
internal sealed class ActionFacts(SystemModel model, DeclaredText text)
{
    private readonly EffectIndex _effects = new(model);

    public Description Of(ActionDefinition action) => new("action", action.Name.ToString(), action.Origin)
    {
        Documentation = action.Documentation,
        Text = text.DeclarationOf(action.Origin),
        Sections =
        [
            Section.Of("access", ["who", "where"], Access(action)),
            Section.Of("refusals", ["rule", "message"], Refusals(action)),
            Section.Of("does", ["effect", "what", "how"], Effects(action)),
            Section.Of("run by", ["action"], model.AllActions.Where(other => Runs(other, action)).Select(other => NameOf(other))),
            Endpoints.Section(
                Endpoints.OfActions(model).Concat(Endpoints.OfCallbacks(model)).Where(row => row.Action == action.Name)),
        ],
    };

    public Description Of(EventDefinition told) => new("event", told.Name.ToString(), told.Origin)
    {
        Documentation = told.Documentation,
        Text = text.DeclarationOf(told.Origin),
        Sections =
        [
            Section.Of("emitted by", ["action"], model.AllActions.Where(action => Emits(action, told)).Select(NameOf)),
            Section.Of("starts", ["action"], model.Actions.Where(action => IsStarted(action, told)).Select(NameOf)),
            Section.Of("heard by", ["workflow"], model.Workflows.Where(workflow => workflow.Hears().Contains(told.Name))
                .Select(workflow => new[] { workflow.Name.ToString() })),
        ],
    };

    public Description Of(SlotDefinition slot) => new("slot", slot.Name.ToString(), slot.Origin)
    {
        Documentation = slot.Documentation,
        Text = text.DeclarationOf(slot.Origin),
        Sections =
        [
            Section.Of(
                "code",
                ["file", "limit", "effect"],
                [
                    [
                        $"custom/{model.Name}.{slot.Name.Module}/{slot.Name.Name}.cs", $"{slot.Timeout.TotalSeconds} s",
                        EffectOf(slot),
                    ],
                ]),
            Section.Of("refusals", ["rule", "message"], Failures(slot)),
            Section.Of("can", ["what", "with"], slot.Capabilities.Select(capability => new[]
            {
                capability.Kind == CapabilityKind.Http ? "requests" : "settings",
                capability.Key.Length > 0 ? $"{capability.Config}.{capability.Key}" : $"{capability.Config}",
            })),
            Section.Of("called by", ["action"], model.AllActions.Where(action => Calls(action, slot)).Select(NameOf)),
            Section.Of("called in", ["workflow", "step"], model.Workflows.SelectMany(workflow => Steps(workflow, slot))),
        ],
    };

    private static IEnumerable<string[]> Steps(Workflow workflow, SlotDefinition slot) =>
        from step in workflow.Steps
        let call = step.Work as CallWork
        where call is not null && (call.Call.Slot == slot.Name || call.Undo?.Slot == slot.Name)
        select new[] { $"{workflow.Name}", call.Call.Slot == slot.Name ? step.Name : $"{step.Name}, to undo it" };

    /// <summary>What actions do to the rows of an entity, each by those that somebody or something sets off.</summary>
    public Section Writing(Entity entity) => Section.Of(
        "also written by",
        ["what", "action", "who"],
        entity.Fields.SelectMany(field => Writers(field.Name, effects => effects.Changes(entity.Name, field.Name)))
            .Concat(Writers("create", effects => effects.Creates.Contains(entity.Name)))
            .Concat(Writers("delete", effects => effects.Deletes.Contains(entity.Name))));

    /// <summary>The actions that change one field of the rows that are there.</summary>
    public Section Writing(Entity entity, Field field) => Section.Of(
        "also written by",
        ["what", "action", "who"],
        Writers(field.Name, effects => effects.Changes(entity.Name, field.Name)));

    public IEnumerable<string[]> RunBy(string role) =>
        from action in model.Actions
        from rule in action.Access.Rules
        where rule.Audience.Roles.Contains(role)
        select new[] { "run", action.Name.ToString(), Where(rule) };

    private IEnumerable<string[]> Writers(string what, Func<ActionEffects, bool> writes) =>
        from action in model.AllActions
        where (action.IsStep || action.Access.Kind != AccessKind.Internal || action.IsStarted)
            && writes(_effects.Of(action))
        select new[] { what, action.Name.ToString(), Who(action) };

    private static string Who(ActionDefinition action) => string.Join(", ", Occasions(action).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> Occasions(ActionDefinition action) =>
        action.Starts.Select(start => $"on {start.Event}")
            .Concat(Times(action))
            .Concat(Callers(action))
            .Concat(action.IsStep ? ["a step"] : [])
            .Concat(action.Access.Rules.Select(rule => EntityFacts.Who(rule.Audience)));

    /// <summary>`every day at "02:00"`.</summary>
    private static IEnumerable<string> Times(ActionDefinition action) =>
        action.Schedule is { } schedule ? [ElementText.OnOneLine(schedule.Origin)["start ".Length..]] : [];

    /// <summary>`whoever has Payments.callbackKey`.</summary>
    private static IEnumerable<string> Callers(ActionDefinition action) => action.Callback is { } callback
        ? [$"whoever has {string.Join(" or ", callback.Keys.Select(key => $"{key.Config.Name}.{key.Key}"))}"]
        : [];

    private static IEnumerable<string[]> Access(ActionDefinition action) =>
        action.Starts.Select(start => $"on {start.Event}").Concat(Times(action)).Concat(Callers(action))
            .Select(start => new[] { start, "" })
            .Concat(action.Access.Rules.Select(rule => new[] { EntityFacts.Who(rule.Audience), Where(rule) }))
            .DefaultIfEmpty(["internal", ""]);

    public static string Where(ActionRule rule) => rule.Where is { } condition ? ElementText.OnOneLine(condition.Origin) : "";

    /// <summary>Its own requirements, those of what it runs, and the failures of the slots that it calls.</summary>
    private IEnumerable<string[]> Refusals(ActionDefinition action) =>
        _effects.Of(action).Runs.Select(model.Action).OfType<ActionDefinition>().Prepend(action)
            .SelectMany(asked => asked.Steps().Select(step => step.Refusal()).OfType<(string Name, string Message)>())
            .Select(refusal => new[] { refusal.Name, refusal.Message })
            .Concat(_effects.Of(action).Calls.Select(model.Slot).OfType<SlotDefinition>().SelectMany(Failures));

    private IEnumerable<string[]> Effects(ActionDefinition action)
    {
        var effects = _effects.Of(action);
        return
        [
            .. effects.Moves.Select(Row),
            .. effects.Writes.Select(field => Row("sets", $"{field}")),
            .. effects.Links.Select(field => Row("adds to", $"{field}")),
            .. effects.Unlinks.Select(field => Row("removes from", $"{field}")),
            .. effects.Creates.Select(entity => Row("creates", $"{entity}")),
            .. effects.Deletes.Select(entity => Row("deletes", $"{entity}")),
            .. effects.Emits.Select(told => Row("emits", $"{told}")),
            .. effects.Runs.Select(run => Row("runs", $"{run}")),
            .. effects.Calls.Select(slot => Row("calls", $"{slot}")),
            .. effects.Grants.Select(role => Row("grants", role)),
            .. effects.Revokes.Select(role => Row("revokes", role)),
            .. effects.SignsIn ? new[] { Row("signs in", "an account") } : [],
            .. effects.Reads.Select(field => Row("reads", $"{field}")),
        ];
    }

    private static string[] Row(MoveEffect move) =>
        Row("moves", $"{move.Entity}.{move.Field}", $"{string.Join(" or ", move.From)} to {move.To}");

    private static string[] Row(string effect, string what, string how = "") => [effect, what, how];

    private static bool Runs(ActionDefinition action, ActionDefinition other) =>
        action.Steps().OfType<RunStatement>().Any(step => step.Action == other.Name);

    private static bool Emits(ActionDefinition action, EventDefinition told) =>
        action.Steps().OfType<EmitStatement>().Any(step => step.Event == told.Name);

    private static bool IsStarted(ActionDefinition action, EventDefinition told) =>
        action.Starts.Any(start => start.Event == told.Name);

    private static string EffectOf(SlotDefinition slot)
    {
        var by = slot.Effect.ReconciledBy is { } finder ? $" by {finder.Name}" : "";
        return $"{slot.Effect.Kind}".ToLowerInvariant() + by + (slot.Effect.IsIrreversible ? ", irreversible" : "");
    }

    private static bool Calls(ActionDefinition action, SlotDefinition slot) =>
        action.Steps().OfType<CallStatement>().Any(step => step.Slot == slot.Name);

    private static IEnumerable<string[]> Failures(SlotDefinition slot) =>
        slot.Failures.Select(failure => new[] { failure.Name, failure.Message + (failure.IsTransient ? " (transient)" : "") });

    private static string[] NameOf(ActionDefinition action) => [action.Name.ToString()];
}
