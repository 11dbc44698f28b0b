using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Core.Analysis;

/// <summary>Which module mentions something of which other one.</summary>
internal static class UsedModules
{
    public static IReadOnlySet<(string User, string Used)> Of(ModelFacts facts) => Mentions(facts).ToHashSet();

    private static IEnumerable<(string User, string Used)> Mentions(ModelFacts facts)
    {
        var model = facts.Model;
        return
        [
            .. model.Entities.SelectMany(
                entity => entity.Fields.SelectMany(OfField), (entity, used) => (entity.Name.Module, used)),
            .. model.Values.SelectMany(value => value.Fields.SelectMany(OfField), (value, used) => (value.Name.Module, used)),
            .. model.Functions.SelectMany(OfFunction, (function, used) => (function.Name.Module, used)),
            .. model.Shapes.SelectMany(OfShape, (shape, used) => (shape.Name.Module, used)),
            .. model.Apis.SelectMany(OfApi, (api, used) => (api.Name.Module, used)),
            .. model.Events.SelectMany(told => told.Fields.SelectMany(OfField), (told, used) => (told.Name.Module, used)),
            .. model.Slots.SelectMany(
                slot => slot.Inputs.Concat(slot.Output.Fields).SelectMany(OfField), (slot, used) => (slot.Name.Module, used)),
            .. model.Configs.SelectMany(
                config => config.Keys.SelectMany(key => OfField(key.Field)), (config, used) => (config.Name.Module, used)),
            .. model.AllActions.SelectMany(OfAction, (action, used) => (action.Name.Module, used)),
            .. model.Workflows.SelectMany(OfWorkflow, (workflow, used) => (workflow.Name.Module, used)),
            .. model.Views.SelectMany(OfView, (view, used) => (view.Name.Module, used)),
            .. model.Samples.Select(sample => (sample.Module, sample.Entity.Module)),
            .. model.Scenarios.SelectMany(OfScenario, (scenario, used) => (scenario.Module, used)),
            .. facts.Expressions.SelectMany(
                written => written.Nodes.SelectMany(OfNode), (written, used) => (written.Owner.Module, used)),
        ];
    }

    private static IEnumerable<string> OfField(Field field) =>
        [.. OfType(field.Type), .. OfName(field.Constraints.Alias), .. OfName(field.Relation?.Target)];

    private static IEnumerable<string> OfFunction(Function function) =>
        [.. function.Inputs.SelectMany(OfField), .. OfType(function.Gives)];

    private static IEnumerable<string> OfShape(Shape shape) =>
        [shape.Entity.Module, .. OfName(shape.Extends), .. shape.Fields.SelectMany(field => OfName(field.Nested))];

    private static IEnumerable<string> OfAction(ActionDefinition action) =>
    [
        .. action.Inputs.SelectMany(OfField),
        .. action.Starts.Select(start => start.Event.Module),
        .. action.Steps().SelectMany(step => OfName(step.Mentioned())),
    ];

    private static IEnumerable<string> OfWorkflow(Workflow workflow) =>
    [
        .. workflow.Hears().Select(happened => happened.Module),
        .. workflow.Steps.Select(step => step.Work).SelectMany(work => work switch
        {
            TaskWork task => task.Asks.SelectMany(OfField),
            CallWork call => new[] { call.Call, call.Undo }.OfType<Statement>().SelectMany(step => OfName(step.Mentioned())),
            _ => [],
        }),
    ];

    private static IEnumerable<string> OfView(View view) => view.Inputs.SelectMany(OfField).Prepend(view.Entity.Module);

    private static IEnumerable<string> OfScenario(Scenario scenario) =>
    [
        .. scenario.Parts.OfType<GivenRow>().Select(given => given.Entity.Module),
        .. scenario.Parts.OfType<CallbackReceived>().Select(called => called.Action.Module),
        .. scenario.Parts.OfType<SlotAnswer>().Select(answer => answer.Slot.Module),
        .. scenario.Parts.OfType<ThenHolds>().SelectMany(then => then.Condition.DescendantsAndSelf()).SelectMany(OfNode),
        .. scenario.Parts.SelectMany(RequestsOf).Select(request => request switch
        {
            RowRequest row => row.Entity.Module,
            RunRequest run => run.Action.Module,
            TaskRequest task => task.Workflow.Module,
            ViewRequest view => view.View.Module,
            _ => request.Api.Module,
        }),
    ];

    private static IEnumerable<ScenarioRequest> RequestsOf(ScenarioPart part) => part switch
    {
        RequestsOf asked => asked.Requests,
        AtOnce together => together.Attempts.SelectMany(attempt => attempt.Requests),
        _ => [],
    };

    private static IEnumerable<string> OfApi(Api api) =>
    [
        .. api.Exposes.SelectMany(expose => expose.Endpoints.SelectMany(OfEndpoint).Prepend(expose.Entity.Module)),
        .. api.Views.Select(view => view.View.Module),
        .. api.Offers().SelectMany(run => OfName(run.Reply).Prepend(run.Action.Module)),
    ];

    private static IEnumerable<string> OfEndpoint(Endpoint endpoint) =>
        [.. OfName(endpoint.Reply), .. endpoint.NamedFilters.SelectMany(filter => OfField(filter.Parameter))];

    private static IEnumerable<string> OfNode(Expression node) => node is Call call
        ? [call.Function.Module, .. OfType(node.Type)]
        : OfType(node.Type);

    private static IEnumerable<string> OfName(ElementName? name) => name is { } known ? [known.Module] : [];

    private static IEnumerable<string> OfType(ModelType type) => type switch
    {
        EnumType named => [named.Enum.Module],
        ValueType named => [named.Value.Module],
        ReferenceType reference => [reference.Entity.Module],
        ListType list => OfType(list.Item),
        _ => [],
    };
}
