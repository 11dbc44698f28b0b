using Ashlar.Core.Analysis.Values;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A calculation with constants whose result its type does not hold.</summary>
internal sealed class ConstantOverflow : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var written in facts.Expressions.Where(written => written.Nodes.Any(IsCalculation)))
        {
            foreach (var node in ConstantCalculation.OverflowsOf(facts.Model, written.Expression))
            {
                report.Add(At(node.Origin, $"no {WordOf(node.Type)} holds the result of these constants")
                    .WithLabel("is beyond the type, whatever the rows hold")
                    .WithHelp("write constants whose result fits")
                    .About($"{written.Owner}"));
            }

            CheckCalls(facts.Model, written, report);
        }
    }

    /// <summary>A call whose constants overflow in the function, which with others does not.</summary>
    private void CheckCalls(SystemModel model, Written written, DiagnosticBag report)
    {
        foreach (var call in written.Nodes.OfType<Call>())
        {
            var own = call.Arguments.Any(argument => OverflowsIn(model, argument).Count > 0);
            var alone = model.Function(call.Function) is { } function ? OverflowsIn(model, function.Body) : [];
            if (!own && alone.Count == 0 && OverflowsIn(model, call) is [var node, ..])
            {
                var message = $"no {WordOf(node.Type)} holds what `{call.Function.Name}` calculates of these constants";
                report.Add(At(call.Origin, message)
                    .WithLabel("is beyond the type, whatever the rows hold")
                    .WithRelated(node.Origin.Location, "the calculation")
                    .WithHelp("give the function other values")
                    .About($"{written.Owner}"));
            }
        }
    }

    private static IReadOnlyList<Expression> OverflowsIn(SystemModel model, Expression expression) =>
        ConstantCalculation.OverflowsOf(model, FunctionInliner.Inline(expression, model.Function));

    private static bool IsCalculation(Expression node) => node is Binary or Unary or Call;

    private static string WordOf(ModelType type) => $"`{(type as ScalarType)?.Scalar}`".ToLowerInvariant();
}
