using System.Collections.Immutable;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// The checked system: what analysis, plan and emit are functions of. Declarations stand in canonical order (module,
/// then name, ordinal); fields, enum values and shape keys in written order. Two models are equal when they mean the
/// same, wherever their text stands.
/// </summary>
public sealed record SystemModel(string Name)
{
    private readonly NameIndex<ElementName, EnumDefinition> _enums = new([], item => item.Name);
    private readonly NameIndex<ElementName, ValueDefinition> _values = new([], item => item.Name);
    private readonly NameIndex<ElementName, Entity> _entities = new([], item => item.Name);
    private readonly ExposeIndex _exposes = new([]);
    private readonly EntityIndex _allEntities = new([]);
    private readonly NameIndex<ElementName, Function> _functions = new([], item => item.Name);
    private readonly NameIndex<ElementName, Shape> _shapes = new([], item => item.Name);
    private readonly NameIndex<ElementName, EventDefinition> _events = new([], item => item.Name);
    private readonly NameIndex<ElementName, ActionDefinition> _actions = new([], item => item.Name);
    private readonly NameIndex<ElementName, View> _views = new([], item => item.Name);
    private readonly NameIndex<ElementName, SlotDefinition> _slots = new([], item => item.Name);
    private readonly NameIndex<ElementName, ConfigDefinition> _configs = new([], item => item.Name);

    public string Title { get; init; } = "";

    /// <summary>An IANA zone name; the zone of `today`.</summary>
    public string TimeZone { get; init; } = "UTC";

    public ValueList<string> Languages { get; init; } = [];

    public ValueList<Module> Modules { get; init; } = [];

    public ValueList<Role> Roles { get; init; } = [];

    public ValueList<EnumDefinition> Enums
    {
        get;
        init
        {
            field = value;
            _enums = new(value, item => item.Name);
        }
    }

    public ValueList<ScalarAlias> Aliases { get; init; } = [];

    public ValueList<ValueDefinition> Values
    {
        get;
        init
        {
            field = value;
            _values = new(value, item => item.Name);
        }
    }

    public ValueList<Entity> Entities
    {
        get;
        init
        {
            field = value;
            _entities = new(value, item => item.Name);
            _allEntities = new(value);
        }
    }

    public ValueList<Function> Functions
    {
        get;
        init
        {
            field = value;
            _functions = new(value, item => item.Name);
        }
    }

    public ValueList<EventDefinition> Events
    {
        get;
        init
        {
            field = value;
            _events = new(value, item => item.Name);
        }
    }

    public ValueList<ActionDefinition> Actions
    {
        get;
        init
        {
            field = value;
            _actions = new(value, item => item.Name);
        }
    }

    public ValueList<View> Views
    {
        get;
        init
        {
            field = value;
            _views = new(value, item => item.Name);
        }
    }

    public ValueList<SlotDefinition> Slots
    {
        get;
        init
        {
            field = value;
            _slots = new(value, item => item.Name);
        }
    }

    public ValueList<Workflow> Workflows { get; init; } = [];

    /// <summary>The actions, and as internal ones what the steps of workflows do.</summary>
    public IEnumerable<ActionDefinition> AllActions => Actions.Concat(
        Workflows.SelectMany(workflow => workflow.Steps).Select(step => step.Work).OfType<DoWork>().Select(work => work.Action));

    public ValueList<ConfigDefinition> Configs
    {
        get;
        init
        {
            field = value;
            _configs = new(value, item => item.Name);
        }
    }

    public ValueList<Shape> Shapes
    {
        get;
        init
        {
            field = value;
            _shapes = new(value, item => item.Name);
        }
    }

    public ValueList<Api> Apis
    {
        get;
        init
        {
            field = value;
            _exposes = new(value);
        }
    }

    public ValueList<Sample> Samples { get; init; } = [];

    public ValueList<Scenario> Scenarios { get; init; } = [];

    public Origin Origin { get; init; }

    /// <summary>The entity whose rows sign in; null in a system that nobody signs in to.</summary>
    public Entity? Principal => _allEntities.Principal;

    /// <summary>The enum of a name, in constant time; so are the eight below.</summary>
    public EnumDefinition? Enum(ElementName name) => _enums.Find(name);

    public ValueDefinition? Value(ElementName name) => _values.Find(name);

    public Entity? Entity(ElementName name) => _entities.Find(name);

    public Function? Function(ElementName name) => _functions.Find(name);

    public EventDefinition? Event(ElementName name) => _events.Find(name);

    public ActionDefinition? Action(ElementName name) => _actions.Find(name);

    public View? View(ElementName name) => _views.Find(name);

    public SlotDefinition? Slot(ElementName name) => _slots.Find(name);

    public ConfigDefinition? Config(ElementName name) => _configs.Find(name);

    public Shape? Shape(ElementName name) => _shapes.Find(name);

    /// <summary>What the APIs offer of an entity, in constant time.</summary>
    public ImmutableArray<Expose> ExposesOf(ElementName entity) => _exposes.Find(entity);

    /// <summary>The stored fields that refer to the rows of an entity, in constant time.</summary>
    public ImmutableArray<Reference> ReferencesTo(ElementName entity) => _allEntities.ReferencesTo(entity);
}
