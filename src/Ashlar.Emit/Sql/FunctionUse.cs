using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// The functions of ours that the statements of a system may call, judged from every expression of its model: access rules,
/// filters, shapes, actions and defaults are written into statements, not into the schema.
/// </summary>
internal static class FunctionUse
{
    public static IEnumerable<string> In(SystemModel model) => ExpressionsOf(model)
        .SelectMany(expression => expression.DescendantsAndSelf())
        .SelectMany(Of)
        .Concat(model.Entities.Any(entity => entity.Search is not null) ? ["search_query"] : [])
        .Distinct();

    private static IEnumerable<Expression> ExpressionsOf(SystemModel model) =>
    [
        .. model.Functions.Select(function => function.Body),
        .. model.Entities.SelectMany(entity => entity.Access.Rules).Select(rule => rule.Where).OfType<Expression>(),
        .. model.Entities.SelectMany(entity => entity.Fields).SelectMany(OfField),
        .. model.Entities.SelectMany(entity => entity.Checks).Select(check => check.Condition),
        .. model.Shapes.SelectMany(shape => shape.Fields).Select(field => field.Value),
        .. model.AllActions.SelectMany(OfAction),
        .. model.Workflows.SelectMany(workflow => workflow.OwnExpressions()),
        .. model.Scenarios.SelectMany(scenario => scenario.Parts).OfType<ThenHolds>().Select(then => then.Condition),
        .. model.Views.SelectMany(view => view.Expressions()).Select(part => part.Value),
        .. model.Apis.SelectMany(api => api.Exposes).SelectMany(expose => expose.Endpoints)
            .SelectMany(endpoint => endpoint.NamedFilters.Select(filter => filter.Condition).Append(endpoint.Only?.Where))
            .OfType<Expression>(),
    ];

    private static IEnumerable<Expression> OfAction(ActionDefinition action) =>
        action.Access.Rules.Select(rule => rule.Where).OfType<Expression>()
            .Concat(action.Steps().SelectMany(step => step.Expressions()));

    private static IEnumerable<Expression> OfField(Field field) =>
        ((Expression?[])[field.Default, field.OnUpdate, field.Computed, field.Generated?.Template]).OfType<Expression>();

    private static IEnumerable<string> Of(Expression node) => node switch
    {
        BuiltIn call => OfBuiltIn(call),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } sum => OfSum(sum),
        Comprehension { Kind: ComprehensionKind.Sum, Type: ScalarType { Scalar: Scalar.Duration } } => ["duration_checked"],
        _ => [],
    };

    private static IEnumerable<string> OfSum(Binary sum) => sum.Type switch
    {
        ScalarType { Scalar: Scalar.Instant } =>
            Fallibility.IsNearNow(sum) ? [] : ["instant_add"],
        ScalarType { Scalar: Scalar.Date } => ["date_add_months"],
        ScalarType { Scalar: Scalar.Duration } when sum.Left.Type is ScalarType { Scalar: Scalar.Instant } =>
            ["instant_difference"],
        ScalarType { Scalar: Scalar.Duration } => ["duration_checked"],
        _ => [],
    };

    private static IEnumerable<string> OfBuiltIn(BuiltIn call) => call.Function switch
    {
        BuiltInFunction.Upper => ["text_upper"],
        BuiltInFunction.Lower => ["text_lower"],
        BuiltInFunction.Trim => ["text_trim"],
        BuiltInFunction.Slug => ["text_slug"],
        BuiltInFunction.Weekday => ["date_weekday"],
        BuiltInFunction.RoundHalfEven => IsDivided(call) ? ["divide_half_even"] : ["round_half_even"],
        BuiltInFunction.RoundHalfUp => IsDivided(call) ? ["divide_half_up"] : [],
        BuiltInFunction.InstantOf => ["instant_of"],
        BuiltInFunction.DateOf => ["instant_date"],
        BuiltInFunction.TimeOf => ["instant_time"],
        _ => [],
    };

    private static bool IsDivided(BuiltIn rounding) =>
        NumberRanges.Division(rounding) is not null || rounding.Arguments[0] is Comprehension { Kind: ComprehensionKind.Average };
}
