using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A view that an API answers with however many rows there are.</summary>
internal sealed class UnboundedView : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var exposed = facts.Model.Apis.SelectMany(api => api.Views).Select(endpoint => endpoint.View).ToHashSet();
        foreach (var view in facts.Model.Views.Where(view => exposed.Contains(view.Name) && !IsBounded(view)))
        {
            report.Add(At(view.Origin, $"`{view.Name.Name}` gives any number of rows")
                .WithLabel("has no `limit`")
                .WithNote("the answer grows with the table")
                .WithHelp("bound it, for example with `limit 100`")
                .About($"{view.Name}"));
        }
    }

    /// <summary>Groups of a few values are a few.</summary>
    private static bool IsBounded(View view) => view.Limit is not null || (view.IsGrouped && view.Keys.All(key =>
        key.Value.Type is EnumType or StateType or ScalarType { Scalar: Scalar.Bool or Scalar.Weekday }));
}
