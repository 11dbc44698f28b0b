using Ashlar.Core.Analysis.Naming;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Two names that are different in the model and the same in the database or in C#.</summary>
internal sealed class NameClash : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var reported = new HashSet<(Location, string)>();
        var first = new Dictionary<string, GeneratedName>(StringComparer.Ordinal);
        foreach (var scope in NameScopes.Of(facts.Model))
        {
            first.Clear();
            foreach (var name in scope.Names)
            {
                // Fields that clash as columns clash as properties too, for the same reason.
                if (!first.TryAdd(name.Name, name) && reported.Add((name.Origin.Location, first[name.Name].Source)))
                {
                    report.Add(Found(scope.Kind, name, first[name.Name]));
                }
            }
        }
    }

    private Diagnostic Found(string kind, GeneratedName second, GeneratedName first) =>
        At(second.Origin, $"`{second.Source}` and `{first.Source}` both become the {kind} `{second.Name}`")
            .WithLabel("second")
            .WithRelated(first.Origin.Location, "first")
            .WithHelp($"rename `{second.Source}` or `{first.Source}`")
            .About(second.Source);
}
