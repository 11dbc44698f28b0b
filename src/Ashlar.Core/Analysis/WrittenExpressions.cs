using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis;

/// <summary>Collects every expression of a model except the values of samples.</summary>
internal static class WrittenExpressions
{
    public static IEnumerable<Written> Of(SystemModel model) =>
        model.Entities.Items.SelectMany(Of)
            .Concat(model.Values.Items.SelectMany(value => value.Fields.Items.SelectMany(field => Of(value.Name, field))))
            .Concat(model.Functions.Items.Select(function => new Written(function.Body, function.Name, function.Origin)))
            .Concat(model.Shapes.Items.SelectMany(Of))
            .Concat(model.Apis.Items.SelectMany(Of));

    private static IEnumerable<Written> Of(Entity entity)
    {
        var ofFields = entity.Fields.Items.SelectMany(field => Of(entity.Name, field));
        var ofRules = entity.Checks.Items.Select(check => Part(check.Condition, check.Origin))
            .Concat(entity.Uniques.Items.Select(rule => Part(rule.Where, rule.Origin)))
            .Concat(entity.Exclusives.Items.Select(rule => Part(rule.Where, rule.Origin)))
            .Concat(entity.Access.Rules.Items.Select(rule => Part(rule.Where, rule.Origin)))
            .Concat((entity.Search?.Fields ?? []).Items.Select(path => Part(path, path.Origin)));
        return ofFields.Concat(Known(entity.Name, ofRules));
    }

    private static IEnumerable<Written> Of(ElementName owner, Field field) => Known(
        owner,
        [
            Part(field.Default, field.Origin), Part(field.OnUpdate, field.Origin), Part(field.Computed, field.Origin),
            Part(field.Generated?.Template, field.Origin),
        ]);

    private static IEnumerable<Written> Of(Shape shape) =>
        shape.Fields.Items.Select(field => new Written(field.Value, shape.Name, field.Origin));

    private static IEnumerable<Written> Of(Api api) =>
        from expose in api.Exposes.Items
        from endpoint in expose.Endpoints.Items
        from filter in endpoint.NamedFilters.Items
        select new Written(filter.Condition, api.Name, filter.Origin);

    private static (Expression? Expression, Origin Origin) Part(Expression? expression, Origin origin) => (expression, origin);

    private static IEnumerable<Written> Known(ElementName owner, IEnumerable<(Expression? Expression, Origin Origin)> parts)
    {
        foreach (var (expression, origin) in parts)
        {
            if (expression is not null)
            {
                yield return new Written(expression, owner, origin);
            }
        }
    }
}
