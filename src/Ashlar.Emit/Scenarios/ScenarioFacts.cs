using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Scenarios;

/// <summary>What a condition reads of the rows that a scenario names, so that a failure can say it: `order.status`.</summary>
internal static class ScenarioFacts
{
    public static IEnumerable<(string Text, Expression Value)> Of(Emission emission, Expression condition) =>
        Paths(emission.Model, condition).DistinctBy(fact => fact.Text);

    private static IEnumerable<(string Text, Expression Value)> Paths(SystemModel model, Expression node)
    {
        if (node is FieldAccess access && TextOf(access) is { } text)
        {
            return IsShown(model, access) ? [(text, access)] : [];
        }

        return node is Comprehension ? [] : node.Children().SelectMany(part => Paths(model, part));
    }

    // Personal data has no place in the messages of tests, and lists and values no one form.
    private static bool IsShown(SystemModel model, FieldAccess access) =>
        access.Type is not (ListType or ValueType or ScalarType { Scalar: Scalar.Password or Scalar.Json or Scalar.File })
        && model.FieldOf(access) is { IsPersonal: false };

    private static string? TextOf(Expression node) => node switch
    {
        Variable { Kind: VariableKind.Input } variable => variable.Name,
        FieldAccess access when TextOf(access.Target) is { } target => $"{target}.{access.Field}",
        _ => null,
    };
}
