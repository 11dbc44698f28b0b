using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Features;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Testing;
using Ashlar.Emit.Text;

namespace Ashlar.Emit;

/// <summary>One run of the emitters: the model with what they all ask of it.</summary>
internal sealed class Emission(SystemModel model)
{
    private readonly Dictionary<ElementName, ShapeLayout> _layouts = [];
    private readonly Dictionary<ElementName, EntityTable> _tables = [];
    private readonly Dictionary<ElementName, ValueList<SqlConstraint>> _constraints = [];

    public SystemModel Model { get; } = model;

    /// <summary>The shapes of all replies.</summary>
    public ReplyShapes Replies => field ??= new ReplyShapes(this);

    /// <summary>Whether an operation finds a row in this shape, instead of getting it from the statement that writes.</summary>
    public bool IsFound(ReplyShape shape) => FoundShapes.Contains(shape.Name);

    private HashSet<ElementName> FoundShapes => field ??=
    [
        .. Operations
            .Where(operation => operation.Kind is not (EndpointKind.List or EndpointKind.Delete)
                && GivenBack.Of(this, operation) is null)
            .Select(operation => Replies.Of(operation).Name),
        .. ActionOperations.Select(Replies.Of).OfType<ReplyShape>().Select(shape => shape.Name),
    ];

    /// <summary>The record of a shape.</summary>
    public ShapeLayout LayoutOf(ReplyShape shape)
    {
        if (!_layouts.TryGetValue(shape.Name, out var layout))
        {
            _layouts[shape.Name] = layout = new ShapeLayout(this, shape);
        }

        return layout;
    }

    /// <summary>The root namespace and the first part of every project's name.</summary>
    public Ident Root { get; } = Ident.Of(model.Name);

    public Ident Contracts => Root.Member(Ident.Of("Contracts"));

    public Ident Tests => Root.Member(Ident.Of("Tests"));

    /// <summary>Everybody and everything in the generated tests.</summary>
    public Stage Stage => field ??= new Stage(this);

    /// <summary>The modules that hold something a project is made of; one with only APIs or samples has none.</summary>
    public IEnumerable<Module> CodeModules => Model.Modules.Where(module => HasCode(module.Name));

    public SignIn? SignIn { get; } = model.Apis.Select(api => api.SignIn).FirstOrDefault(signIn => signIn is not null);

    /// <summary>The form of tokens; the APIs that take some agree.</summary>
    public TokenUse Tokens { get; } =
        model.Apis.Where(api => api.SignIn is not null).Select(api => api.Tokens).FirstOrDefault(TokenUse.Default);

    public bool HasPasswords => SignIn is { Kind: SignInKind.Password };

    public bool HasIssuer => SignIn is { Kind: SignInKind.Issuer };

    public bool HasEvents { get; } = !model.Events.IsEmpty;

    public bool HasWorkflows { get; } = !model.Workflows.IsEmpty;

    /// <summary>Whether something waits for time to go by: workflows, or actions that start by the clock.</summary>
    public bool HasFlow { get; } = !model.Workflows.IsEmpty || model.Actions.Any(action => action.Schedule is not null);

    /// <summary>Whether outside services call the system.</summary>
    public bool HasCallbacks { get; } = model.Actions.Any(action => action.Callback is not null);

    /// <summary>Others may listen to what happens.</summary>
    public bool HasPublicEvents { get; } = model.Events.Any(happened => happened.IsPublic);

    public bool HasFiles { get; } =
        model.Entities.SelectMany(entity => entity.Fields).Any(item => item.Type is ScalarType { Scalar: Scalar.File });

    /// <summary>Every operation that some API offers, in canonical order.</summary>
    public ImmutableArray<ExposedOperation> Operations => field.IsDefault ? field = [.. Named.OfType<ExposedOperation>()] : field;

    /// <summary>Those of them that are about rows of an entity.</summary>
    public IEnumerable<ExposedOperation> OperationsOn(ElementName entity) => OperationsByEntity[entity];

    private ILookup<ElementName, ExposedOperation> OperationsByEntity => field ??= Operations.ToLookup(item => item.Entity.Name);

    /// <summary>What the APIs offer for the bytes of files.</summary>
    public ImmutableArray<FileOperation> FileOperations => field.IsDefault ? field = [.. Named.OfType<FileOperation>()] : field;

    /// <summary>Everything that some API answers; what an entity's files need follows its operations.</summary>
    public ImmutableArray<Route> Routes => field.IsDefault ? field = [.. FindRoutes()] : field;

    /// <summary>Those that an API has about the entities of a module.</summary>
    public IEnumerable<Route> RoutesOf(Api api, string module) => RoutesByPlace[(api.Name, module)];

    /// <summary>The actions that the APIs offer.</summary>
    public ImmutableArray<ActionOperation> ActionOperations =>
        field.IsDefault ? field = [.. Named.OfType<ActionOperation>()] : field;

    /// <summary>The views that the APIs answer.</summary>
    public ImmutableArray<ViewOperation> ViewOperations => field.IsDefault ? field = [.. Named.OfType<ViewOperation>()] : field;

    /// <summary>The APIs that offer something of a module.</summary>
    public IEnumerable<Api> ApisOf(string module) => ApisByModule[module];

    private ILookup<(ElementName Api, string Module), Route> RoutesByPlace =>
        field ??= Routes.ToLookup(route => (route.Api.Name, route.Module));

    private ILookup<string, Api> ApisByModule => field ??= Routes
        .Select(route => (route.Api, route.Module))
        .Distinct()
        .ToLookup(pair => pair.Module, pair => pair.Api, StringComparer.Ordinal);

    /// <summary>The modules that have endpoints, constraints or handlers of events: those that have any.</summary>
    public IEnumerable<Module> ServingModules =>
        Model.Modules.Where(module => EntitiesOf(module).Any() || ActionsOf(module).Any() || ViewsOf(module).Any()
            || WorkflowsOf(module).Any() || Model.Slots.Any(slot => IsOf(module, slot.Name))
            || Model.Configs.Any(config => IsOf(module, config.Name)));

    public IEnumerable<ActionDefinition> ActionsOf(Module module) => Model.Actions.Where(action => IsOf(module, action.Name));

    public IEnumerable<Workflow> WorkflowsOf(Module module) => Model.Workflows.Where(one => IsOf(module, one.Name));

    private IEnumerable<View> ViewsOf(Module module) => Model.Views.Where(view => IsOf(module, view.Name));

    /// <summary>The statements of an action and of those that it runs.</summary>
    public IEnumerable<Statement> StatementsOf(ActionDefinition action) =>
        StatementTree.All([.. action.Requires, .. action.Body]).SelectMany(statement => statement is RunStatement run
            ? StatementsOf(Action(run.Action)).Prepend(statement)
            : [statement]);

    public IEnumerable<Entity> EntitiesOf(Module module) => Model.Entities.Where(entity => IsOf(module, entity.Name));

    /// <summary>A declaration that a checked model has.</summary>
    public Entity Entity(ElementName name) => Model.Entity(name) ?? throw Missing(name);

    public Role Role(string name) =>
        Model.Roles.FirstOrDefault(role => string.Equals(role.Name, name, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"there is no role {name}");

    public ActionDefinition Action(ElementName name) => Model.Action(name) ?? throw Missing(name);

    public SlotDefinition Slot(ElementName name) => Model.Slot(name) ?? throw Missing(name);

    public EventDefinition Event(ElementName name) => Model.Event(name) ?? throw Missing(name);

    public View View(ElementName name) => Model.View(name) ?? throw Missing(name);

    public Shape Shape(ElementName name) => Model.Shape(name) ?? throw Missing(name);

    public EnumDefinition Enum(ElementName name) => Model.Enum(name) ?? throw Missing(name);

    public ValueDefinition Value(ElementName name) => Model.Value(name) ?? throw Missing(name);

    private IEnumerable<Route> FindRoutes() => Operations.Concat<RowRoute>(FileOperations)
        .Select(route => (Route: (Route)route, About: route.Entity.Name))
        .Concat(ActionOperations.Select(run => (Route: (Route)run, About: run.Expose?.Entity ?? run.Action.Name)))
        .Concat(ViewOperations.Select(view => (Route: (Route)view, About: view.View.Name)))
        .GroupBy(item => (item.Route.Api.Name, item.About))
        .SelectMany(group => group.Select(item => item.Route));

    private ImmutableArray<Route> Named => field.IsDefault
        ? field = [.. RouteNames.Give(
            FindOperations().Concat<Route>(FindFileOperations()).Concat(FindActionOperations()).Concat(FindViewOperations()))]
        : field;

    private IEnumerable<ExposedOperation> FindOperations() =>
        from api in Model.Apis
        from expose in api.Exposes
        let entity = Entity(expose.Entity)
        from endpoint in FileEndpoint.OthersOf(entity, expose)
        select new ExposedOperation(api, expose, endpoint, entity) { IsRepeated = IsRepeated(api, expose) };

    private IEnumerable<FileOperation> FindFileOperations() =>
        from api in Model.Apis
        from expose in api.Exposes
        let entity = Entity(expose.Entity)
        from endpoint in FileEndpoint.Of(entity, expose)
        select new FileOperation(api, expose, endpoint, entity) { IsRepeated = IsRepeated(api, expose) };

    private IEnumerable<ActionOperation> FindActionOperations()
    {
        var known = new HashSet<ElementName>();
        foreach (var api in Model.Apis)
        {
            var runs = api.Exposes.SelectMany(expose => expose.Runs, (expose, run) => (Expose: (Expose?)expose, Run: run))
                .Concat(api.Runs.Select(run => (Expose: (Expose?)null, Run: run)));
            foreach (var (expose, run) in runs)
            {
                yield return new ActionOperation(api, expose, run, Action(run.Action)) { IsRepeated = !known.Add(run.Action) };
            }
        }
    }

    private IEnumerable<ViewOperation> FindViewOperations()
    {
        var known = new HashSet<ElementName>();
        foreach (var api in Model.Apis)
        {
            foreach (var endpoint in api.Views)
            {
                yield return new ViewOperation(api, endpoint, View(endpoint.View)) { IsRepeated = !known.Add(endpoint.View) };
            }
        }
    }

    private bool IsRepeated(Api api, Expose expose) =>
        Model.Apis.First(other => other.Exposes.Any(one => one.Entity == expose.Entity)).Name != api.Name;

    /// <summary>Where the rows of an entity are kept.</summary>
    public EntityTable TableOf(Entity entity)
    {
        if (!_tables.TryGetValue(entity.Name, out var table))
        {
            _tables[entity.Name] = table = EntityTable.Of(Model, entity);
        }

        return table;
    }

    /// <summary>What the table of an entity is held to.</summary>
    public ValueList<SqlConstraint> ConstraintsOf(Entity entity)
    {
        if (!_constraints.TryGetValue(entity.Name, out var constraints))
        {
            _constraints[entity.Name] = constraints = EntityConstraints.Of(Model, TableOf(entity));
        }

        return constraints;
    }

    /// <summary>A public event or action carries values of this type.</summary>
    public bool IsShared(ElementName type) => SharedTypes.Contains(type);

    private HashSet<ElementName> SharedTypes => field ??=
    [
        .. Model.Events.Where(happened => happened.IsPublic).SelectMany(happened => happened.Fields)
            .Concat(Model.Actions.Where(action => action.IsPublic).SelectMany(action => action.Inputs))
            .SelectMany(item => NamedBy(item.Type)),
    ];

    private IEnumerable<ElementName> NamedBy(ModelType type) => type switch
    {
        EnumType named => [named.Enum],
        Core.Model.Types.ValueType named => Value(named.Value).Fields.SelectMany(part => NamedBy(part.Type)).Prepend(named.Value),
        _ => [],
    };

    private static InvalidOperationException Missing(ElementName name) => new($"a checked model declares what it names: {name}");

    private static bool IsOf(Module module, ElementName name) =>
        string.Equals(module.Name, name.Module, StringComparison.Ordinal);

    private bool HasCode(string module) =>
        Model.Entities.Select(entity => entity.Name)
            .Concat(Model.Enums.Select(definition => definition.Name))
            .Concat(Model.Values.Select(value => value.Name))
            .Concat(Model.Actions.Select(action => action.Name))
            .Concat(Model.Views.Select(view => view.Name))
            .Concat(Model.Events.Select(happened => happened.Name))
            .Concat(Model.Slots.Select(slot => slot.Name))
            .Concat(Model.Workflows.Select(workflow => workflow.Name))
            .Concat(Model.Configs.Select(config => config.Name))
            .Any(name => string.Equals(name.Module, module, StringComparison.Ordinal));
}
