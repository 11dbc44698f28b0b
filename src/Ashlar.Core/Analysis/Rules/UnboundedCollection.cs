using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A collection of rows that is sent whole, as part of another row, although nothing limits how long it gets.</summary>
internal sealed class UnboundedCollection : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var bounded = new HashSet<(ElementName Entity, string Field)>();
        foreach (var (entity, field, origin) in Shown(facts).Concat(Included(facts)).Concat(Written(facts)))
        {
            // One bound mends all places of an owned list; the others are mended each for itself.
            if (field is { Relation: { } relation, Constraints.MaxItems: null }
                && (relation.Kind != RelationKind.Owned || bounded.Add((entity.Name, field.Name))))
            {
                report.Add(Found(entity, field, relation, origin));
            }
        }
    }

    private static IEnumerable<(Entity Entity, Field Field, Origin Origin)> Shown(ModelFacts facts) =>
        from shape in facts.Model.Shapes.Items
        let entity = facts.Model.Entity(shape.Entity)
        where entity is not null
        from key in shape.Fields.Items
        let access = key.Value as FieldAccess
        where access is { Target: Variable { Kind: VariableKind.This } }
        let field = entity.Field(access.Field)
        where field is not null
        select (entity, field, key.Origin);

    private static IEnumerable<(Entity Entity, Field Field, Origin Origin)> Included(ModelFacts facts) =>
        Named(facts, endpoint => endpoint.Includes);

    private static IEnumerable<(Entity Entity, Field Field, Origin Origin)> Written(ModelFacts facts) =>
        Named(facts, endpoint => endpoint.With);

    private static IEnumerable<(Entity Entity, Field Field, Origin Origin)> Named(
        ModelFacts facts, Func<Endpoint, ValueList<string>> names) =>
        from api in facts.Model.Apis.Items
        from expose in api.Exposes.Items
        let entity = facts.Model.Entity(expose.Entity)
        where entity is not null
        from endpoint in expose.Endpoints.Items
        from name in names(endpoint).Items
        let field = entity.Field(name)
        where field is not null
        select (entity, field, endpoint.Origin);

    private Diagnostic Found(Entity entity, Field field, Relation relation, Origin origin)
    {
        var isCounted = relation.Kind == RelationKind.Owned;
        return At(origin, $"`{field.Name}` of `{entity.Name.Name}` is sent whole, however many rows it has")
            .WithLabel($"holds every `{relation.Target.Name}`")
            .WithRelated(field.Origin.Location, "has no `max`")
            .WithHelp(isCounted
                ? $"bound `{field.Name}`, for example with `max 100`"
                : $"leave `{field.Name}` out, and expose `{relation.Target.Name}` with a list that filters by the row")
            .About($"{entity.Name}.{field.Name}");
    }
}
