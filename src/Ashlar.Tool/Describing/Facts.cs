using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Describing;

/// <summary>What follows from the model about each kind of element, beyond what its own text says.</summary>
internal sealed class Facts(SystemModel model, DeclaredText text)
{
    private readonly ActionFacts _actions = new(model, text);
    private readonly EntityFacts _entities = new(model, text);
    private readonly ViewFacts _views = new(model, text);
    private readonly WorkflowFacts _workflows = new(model, text);

    public Description Of(Module module) => new("module", module.Name, module.Origin)
    {
        Documentation = module.Documentation,
        Text = text.DeclarationOf(module.Origin),
        Sections =
        [
            Section.Of("used by", ["module"], model.Modules
                .Where(other => other.Uses.Contains(module.Name))
                .Select(other => new[] { other.Name })),
            Overview.EntitiesOf(model, module.Name),
            Overview.ActionsOf(model, module.Name),
            Overview.ViewsOf(model, module.Name),
        ],
    };

    public Description Of(Role role) => new("role", role.Name, role.Origin)
    {
        Documentation = role.Documentation,
        Text = text.DeclarationOf(role.Origin),
        Sections = [_entities.GrantsTo(role.Name)],
    };

    public Description Of(EnumDefinition item) => Typed("enum", item.Name, item.Documentation, item.Origin);

    public Description Of(ValueDefinition item) => Typed("type", item.Name, item.Documentation, item.Origin);

    public Description Of(ScalarAlias item) => new("type", item.Name.ToString(), item.Origin)
    {
        Documentation = item.Documentation,
        Text = text.DeclarationOf(item.Origin),
        Sections = [UsedBy(field => field.Constraints.Alias == item.Name)],
    };

    public Description Of(Function function) => new("function", function.Name.ToString(), function.Origin)
    {
        Documentation = function.Documentation,
        Text = text.DeclarationOf(function.Origin),
    };

    public Description Of(Shape shape) => new("shape", shape.Name.ToString(), shape.Origin)
    {
        Documentation = shape.Documentation,
        Text = text.DeclarationOf(shape.Origin),
        Sections =
        [
            Section.Of("replies of", ["method", "path"], Endpoints.All(model)
                .Where(row => row.Reply == shape.Name)
                .Select(row => new[] { row.Method, row.Path })),
            Section.Of("part of", ["shape"], model.Shapes
                .Where(other => other.Fields.Any(field => field.Nested == shape.Name))
                .Select(other => new[] { other.Name.ToString() })),
        ],
    };

    public Description Of(Api api) => new("api", api.Name.ToString(), api.Origin)
    {
        Documentation = api.Documentation,
        Text = text.DeclarationOf(api.Origin),
        Sections = [Endpoints.Section(
            Endpoints.All(model).Where(row => row.Api == api.Name))],
    };

    public Description Of(ActionDefinition action) => _actions.Of(action);

    public Description Of(ConfigDefinition config) => new("config", config.Name.ToString(), config.Origin)
    {
        Documentation = config.Documentation,
        Text = text.DeclarationOf(config.Origin),
        Sections =
        [
            Section.Of("settings", ["variable", "type", "when not set"], config.Keys.Select(key => new[]
            {
                $"{config.Section}:{key.Field.Name}".Replace(":", "__", StringComparison.Ordinal),
                TypeNames.Of(key.Field.Type),
                key.Field.Default is not null ? "the default" : key.Field.IsOptional ? "nothing" : "the system does not start",
            })),
            Section.Of("requirements", ["name", "message"], config.Requirements.Select(requirement =>
                new[] { requirement.Check.Name, requirement.Check.Message })),
        ],
    };

    public Description Of(SlotDefinition slot) => _actions.Of(slot);

    public Description Of(EventDefinition told) => _actions.Of(told);

    public Description Of(Workflow workflow) => _workflows.Of(workflow);

    public Description Of(View view) => _views.Of(view);

    public Description Of(Entity entity) => _entities.Of(entity);

    public Description Of(Entity entity, Field field) => _entities.Of(entity, field);

    public Description Of(Entity entity, EntityRule rule) => _entities.Of(entity, rule);

    private Description Typed(string kind, ElementName name, string documentation, Origin origin) =>
        new(kind, name.ToString(), origin)
        {
            Documentation = documentation,
            Text = text.DeclarationOf(origin),
            Sections = [UsedBy(field => Names(field.Type, name))],
        };

    private Section UsedBy(Func<Field, bool> uses) => Section.Of("used by", ["field"], model.Entities.SelectMany(entity =>
        entity.Fields.Where(uses).Select(field => new[] { $"{entity.Name}.{field.Name}" })));

    private static bool Names(ModelType type, ElementName name) => type switch
    {
        EnumType item => item.Enum == name,
        Core.Model.Types.ValueType item => item.Value == name,
        ListType list => Names(list.Item, name),
        _ => false,
    };
}
