using System.Text.RegularExpressions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Testing;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Scenarios;

/// <summary>The C# of what happens in a scenario, step by step.</summary>
internal sealed class ScenarioCode : IScenarioPartVisitor<Code>
{
    private readonly Emission _emission;
    private readonly Scenario _scenario;
    private readonly World _world;
    private readonly ScenarioBodies _bodies;
    private readonly ScenarioAddress _addresses;
    private readonly List<Code> _statements = [];
    private readonly Dictionary<string, ModelType> _rows = new(StringComparer.Ordinal);
    private int _step;

    public ScenarioCode(Emission emission, Scenario scenario, World world)
    {
        _emission = emission;
        _scenario = scenario;
        _world = world;
        _bodies = new(world);
        _addresses = new(emission);
        foreach (var given in scenario.Parts.OfType<GivenRow>())
        {
            _rows[given.Row.Name] = given.Row.Type;
        }

        var requests = scenario.Parts.OfType<RequestsOf>().SelectMany(part => part.Requests);
        foreach (var made in requests.OfType<RowRequest>().Select(request => request.Result).OfType<Variable>())
        {
            _rows[made.Name] = made.Type;
        }
    }

    /// <summary>What the steps ask the database.</summary>
    public IEnumerable<Code> Statements => _addresses.Statements.Concat(_statements);

    public Code All()
    {
        var steps = Code.Lines(_scenario.Parts.Select(part => part.Accept(this)));
        var given = _scenario.Parts.OfType<GivenRow>().Where(part => IsNamed(steps, part.Row.Name)).Select(part =>
            Code.Of($"var {Local(part.Row.Name)} = new Guid({Lit.Of(RowOf(part).Id)});"));
        return Code.Blocks([Code.Lines(given), steps]);
    }

    public Code Visit(GivenRow node)
    {
        _step++;
        return Code.Empty;
    }

    public Code Visit(RequestsOf node) => Code.Lines(node.Requests.Select(request =>
    {
        _step++;
        var first = Code.Of($"{_step}, {Lit.Of(NameOf(node.Actor))}");
        if (request is TaskRequest task)
        {
            return Complete(first, task);
        }

        var (method, path, body, version) = Parts(request);
        if (request is ViewRequest { Gives: { } rows } asked)
        {
            var columns = _emission.View(asked.View).Columns;
            Code[] given = [first, path, _bodies.OfRows(columns, rows), .. Testing.ViewTests.RowsAt(OfferOf(asked))];
            return Code.Of($"await run.GivesAsync({Arguments(given)});");
        }

        return request is RowRequest { Result: { } made } create
            ? Code.Of($"var {Local(made.Name)} = await run.CreateAsync({Arguments([first, path, body, .. Found(create)])});")
            : Code.Of($"await run.RequestAsync({Arguments([first, method, path, body, Fails(request), version])});");
    }));

    public Code Visit(ThenHolds node)
    {
        _step++;
        var facts = ScenarioFacts.Of(_emission, node.Condition).ToList();
        var sql = new ActionSql(_emission);
        var statement = sql.Values(
            [(node.Condition, node.Condition.Type), .. facts.Select(fact => (fact.Value, fact.Value.Type))]);
        var name = Ident.Of($"Step{_step}");
        _statements.Add(statement.Field(name));
        var values = new ActionValues(_emission, module: "");
        var read = facts.Select((fact, i) => Code.Of($"({Lit.Of(fact.Text)}, {Shown(values, fact.Value.Type, i + 1)})"));
        var inputs = new StatementArguments(
            _rows.Select(row => KeyValuePair.Create(row.Key, Code.Of($"{Local(row.Key)}"))), "run");
        return Code.Of($"""
            await run.HoldsAsync(
                {_step},
                {Lit.Of(node.Text)},
                {name},
                {Facts([.. read])}{inputs.After(statement)});
            """);
    }

    public Code Visit(TimePasses node)
    {
        _step++;
        return Code.Of($"await run.PassAsync({CSharpConstant.Of(node.Duration)});");
    }

    public Code Visit(SlotAnswer node)
    {
        _step++;
        return new SlotAnswers(_emission, _world).Of(node);
    }

    public Code Visit(CallbackReceived node)
    {
        _step++;
        var action = _emission.Action(node.Action);
        var path = Lit.Of(action.Callback?.Path ?? "");
        var fails = node.Fails is { } code ? Code.Of($"fails: {Lit.Of(code)}") : Code.Empty;
        var body = _bodies.Of(action.Inputs, node.Values, form: null);
        return Code.Of($"await run.ReceiveAsync({Arguments([Code.Of($"{_step}"), Code.Of($"{path}"), body, fails])});");
    }

    public Code Visit(AtOnce node)
    {
        _step++;
        var requests = node.Attempts.SelectMany(attempt => attempt.Requests, (attempt, request) =>
        {
            var (method, path, body, _) = Parts(request);
            return Code.Of($"({Lit.Of(NameOf(attempt.Actor))}, {method}, {path}, {(body.IsEmpty ? Code.Of($"null") : body)})");
        });
        return Code.Of($"""
            await run.TogetherAsync(
                {_step},
                {Code.Join(requests, ",\n")});
            """);
    }

    private static Code Facts(IReadOnlyList<Code> read) => read.Count switch
    {
        0 => Code.Of($"_ => []"),
        1 => Code.Of($"rows => [{read[0]}]"),
        _ => Code.Of($"""
            rows =>
            [
                {Code.Join(read, ",\n")},
            ]
            """),
    };

    // Enums of a module are nothing to the tests: the database has their names.
    private static Code Shown(ActionValues values, ModelType type, int column) => type is EnumType or StateType
        ? values.Get(new ScalarType(Scalar.Text) { IsNullable = type.IsNullable }, column)
        : values.Get(type, column);

    // As an argument or in the hole of a text.
    private static bool IsNamed(Code steps, string name) =>
        Regex.IsMatch(steps.Text, $@"(?<![\w.""]){Regex.Escape(Local(name).Text)}(?![\w""])");

    private static Code Arguments(IEnumerable<Code> arguments)
    {
        var given = arguments.Where(argument => !argument.IsEmpty).ToList();
        return StatementCall.Wrapped(given);
    }

    private static Code Fails(ScenarioRequest request) =>
        request.Fails is { } code ? Code.Of($"fails: {Lit.Of(code)}") : Code.Empty;

    private static Ident Local(string name) => LocalNames.Of(name == "run" ? "runValue" : name);

    private static string NameOf(Core.Model.Actor actor) => actor.Kind switch
    {
        ActorKind.Stranger => "stranger",
        ActorKind.Nobody => "nobody",
        _ => actor.Name,
    };

    private WorldRow RowOf(GivenRow given) => _world.Rows.First(row => row.Name == given.Row.Name);

    private Sent Parts(ScenarioRequest request) => request switch
    {
        RowRequest row => Parts(row),
        RunRequest run => Parts(run),
        ViewRequest view => new(Code.Of($"HttpMethod.Get"), PathOf(view), Code.Empty, Code.Empty),
        _ => throw new InvalidOperationException($"no request for {request.GetType().Name}"),
    };

    private ViewEndpoint OfferOf(ViewRequest request) =>
        ApiOf(request.Api).Views.First(offer => offer.View == request.View);

    private Code Complete(Code first, TaskRequest request)
    {
        var asked = _emission.Model.Workflows.First(workflow => workflow.Name == request.Workflow).Step(request.Step)?.Work;
        var body = _bodies.Of(asked is TaskWork task ? task.Asks : [], request.Values, form: null);
        return Code.Of($"await run.CompleteAsync({Arguments([
            first, Code.Of($"{Lit.Of(ApiOf(request.Api).Path + "/tasks")}"), Code.Of($"{Lit.Of($"{request.Workflow}")}"),
            Code.Of($"{Lit.Of(request.Step)}"), body, Fails(request),
        ])});");
    }

    private Code PathOf(ViewRequest request)
    {
        var path = ApiOf(request.Api).Path + OfferOf(request).Path;
        return _bodies.PathOf(path, _emission.View(request.View).Inputs, request.Values);
    }

    /// <summary>How the new row is found where the answer does not end with its id.</summary>
    private IEnumerable<Code> Found(RowRequest create)
    {
        var operation = _emission.Operations.First(operation =>
            operation.Api.Name == create.Api && operation.Entity.Name == create.Entity && operation.Kind == EndpointKind.Create);
        if (operation.Method != "POST")
        {
            yield return Code.Of($"method: {MethodOf(operation.Address)}");
        }

        if (!LocationCode.IsById(operation))
        {
            yield return Code.Of($"all: {_addresses.All(operation.Entity)}");
        }
    }

    private Sent Parts(RowRequest request)
    {
        var api = ApiOf(request.Api);
        var expose = api.ExposeOf(request.Entity, request.Kind);
        var endpoint = expose?.Endpoint(request.Kind) ?? throw new InvalidOperationException("a checked request is offered");
        var entity = _emission.Entity(request.Entity);
        var row = request.Row is { } named ? Local(named.Name) : (Ident?)null;
        var values = request.Values.Where(value => !IsInPath(entity, endpoint, value.Field)).ToValueList();
        var body = request.Kind is EndpointKind.Create or EndpointKind.Update
            ? _bodies.Of(entity.Fields, values, endpoint.Body)
            : Code.Empty;
        var path = _addresses.Of(api, endpoint.Address, entity, row, name => RowIn(request.Values, name));
        var isChange = request.Kind is EndpointKind.Update or EndpointKind.Delete;
        var version = isChange && row is { } changed && endpoint.Address != Address.Of(request.Kind, expose?.Path ?? "")
            ? Code.Of($"ifMatch: {_addresses.Version(entity, changed)}")
            : Code.Empty;
        return new(MethodOf(endpoint.Address), path, body, version);
    }

    private Sent Parts(RunRequest request)
    {
        var api = ApiOf(request.Api);
        var (expose, run) = api.Exposes.SelectMany(expose => expose.Runs, (expose, run) => (Expose: (Expose?)expose, Run: run))
            .Concat(api.Runs.Select(run => (Expose: (Expose?)null, Run: run)))
            .First(pair => pair.Run.Action == request.Action);
        var action = _emission.Action(request.Action);
        var values = request.Values.Where(value => value.Field != run.RowInput).ToValueList();
        var body = action.Inputs.Any(input => input.Name != run.RowInput)
            ? _bodies.Of(action.Inputs, values, run.Body)
            : Code.Empty;
        var entity = expose is null ? null : _emission.Entity(expose.Entity);
        var row = run.RowInput is { } input ? RowIn(request.Values, input) : null;
        return new(MethodOf(run.Address), _addresses.Of(api, run.Address, entity, row, _ => null), body, Code.Empty);
    }

    private static bool IsInPath(Entity entity, Endpoint endpoint, string field) =>
        entity.Field(field) is { } found && WritableFields.IsInPath(found, endpoint);

    /// <summary>The row that a member of the request names.</summary>
    private static Ident? RowIn(ValueList<RequestValue> values, string field) =>
        values.FirstOrDefault(value => value.Field == field)?.Content is RowContent content ? Local(content.Row.Name) : null;

    private static Code MethodOf(Address address) =>
        Code.Of($"HttpMethod.{Ident.Of(address.Method[..1] + address.Method[1..].ToLowerInvariant())}");

    /// <summary>What a request says, and the version that it means where its path does not tell.</summary>
    private sealed record Sent(Code Method, Code Path, Code Body, Code Version);

    private Api ApiOf(ElementName name) => _emission.Model.Apis.First(api => api.Name == name);
}
