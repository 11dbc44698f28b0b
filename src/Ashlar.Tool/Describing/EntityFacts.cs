using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Describing;

/// <summary>What follows about entities and fields: who may do what, who refers to them, where they are served.</summary>
internal sealed class EntityFacts(SystemModel model, DeclaredText text)
{
    private readonly ActionFacts _actions = new(model, text);
    private readonly ViewFacts _views = new(model, text);

    public Description Of(Entity entity) => new("entity", entity.Name.ToString(), entity.Origin)
    {
        Documentation = entity.Documentation,
        Text = text.DeclarationOf(entity.Origin),
        Sections =
        [
            Access(entity, entity.Access.Rules, entity.Access.Never),
            _actions.Writing(entity),
            _views.Showing(entity),
            Problems(entity),
            Section.Of("referred to by", ["field", "on delete"], References(entity)),
            Endpoints.Section(
                Endpoints.All(model).Where(row => row.Entity == entity.Name)),
        ],
    };

    public Description Of(Entity entity, Field field) => new("field", $"{entity.Name}.{field.Name}", field.Origin)
    {
        Documentation = field.Documentation,
        Text = text.DeclarationOf(field.Origin),
        Sections =
        [
            Access(entity, entity.Access.Rules.Where(rule => rule.Fields.Contains(field.Name)), []),
            _actions.Writing(entity, field),
            Endpoints.Section(Endpoints.OfFile(model, entity, field)),
        ],
    };

    public Section GrantsTo(string role) => Section.Of(
        "may",
        ["operations", "entity", "where"],
        (from entity in model.Entities
         from rule in entity.Access.Rules
         where rule.Audience.Roles.Contains(role)
         select new[] { Operations(rule.Operations), entity.Name.ToString(), Where(rule) })
            .Concat(_actions.RunBy(role))
            .Concat(_views.AskedBy(role)));

    public Description Of(Entity entity, EntityRule rule) => new(rule.Kind, $"{entity.Name}.{rule.Name}", rule.Origin)
    {
        Documentation = rule.Message,
        Text = text.DeclarationOf(rule.Origin),
    };

    private static Section Access(Entity entity, IEnumerable<AccessRule> rules, ValueList<Operation> never) => Section.Of(
        "access",
        ["operations", "who", "fields", "where"],
        rules.Select(rule => new[] { Operations(rule.Operations), Who(rule.Audience), Fields(entity, rule), Where(rule) })
            .Concat(never.IsEmpty ? [] : [new[] { Operations(never), "never", "", "" }]));

    private static Section Problems(Entity entity) => Section.Of(
        "rules",
        ["rule", "message"],
        EntityRule.Of(entity).Select(rule => new[] { rule.Name, rule.Message }));

    private IEnumerable<string[]> References(Entity entity) =>
        from other in model.Entities
        from field in other.Fields
        where field.Type is ReferenceType reference && reference.Entity == entity.Name
        select new[] { $"{other.Name}.{field.Name}", field.OnDelete?.ToString().ToLowerInvariant() ?? "with its owner" };

    private static string Operations(ValueList<Operation> operations) =>
        string.Join(", ", operations.Select(operation => operation.ToString().ToLowerInvariant()));

    public static string Who(Audience audience) => audience.Kind switch
    {
        AudienceKind.Anyone => "anyone",
        AudienceKind.SignedIn => "signed in",
        _ => string.Join(", ", audience.Roles),
    };

    private static string Fields(Entity entity, AccessRule rule)
    {
        var isAll = rule.CoversAllFields || rule.Operations.All(operation => operation == Operation.Delete)
            || entity.Fields.All(field => rule.Fields.Contains(field.Name));
        return isAll ? "all" : string.Join(", ", rule.Fields);
    }

    private static string Where(AccessRule rule) => rule.Where is { } condition ? ElementText.OnOneLine(condition.Origin) : "";
}
