using Ashlar.Core.Analysis.Naming;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Two names that are different in the model and the same in the database or in C#.</summary>
internal sealed class NameClash : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var first = new Dictionary<(string Place, string Name), GeneratedName>();
        var reported = new HashSet<(string, string)>();
        foreach (var name in GeneratedNames.Of(facts.Model))
        {
            var other = first.GetValueOrDefault((name.Place, name.Name));
            if (other is null)
            {
                first.Add((name.Place, name.Name), name);
            }
            else if (reported.Add((other.Source, name.Source)))
            {
                report.Add(Found(name, other));
            }
        }
    }

    private Diagnostic Found(GeneratedName second, GeneratedName first)
    {
        var (kind, name) = (second.Name.Split(' ')[0], second.Name.Split(' ')[1]);
        return At(second.Origin, $"`{second.Source}` and `{first.Source}` both become the {kind} `{name}`")
            .WithLabel("second")
            .WithRelated(first.Origin.Location, "first")
            .WithHelp($"rename `{second.Source}` or `{first.Source}`")
            .About(second.Source);
    }
}
