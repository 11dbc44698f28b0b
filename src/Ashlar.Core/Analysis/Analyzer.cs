using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis;

/// <summary>Runs every model rule.</summary>
public static class Analyzer
{
    public static ImmutableArray<ModelRule> Rules { get; } =
    [
        .. typeof(ModelRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ModelRule)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ModelRule)(Activator.CreateInstance(type) ?? throw new InvalidOperationException(type.Name))),
    ];

    public static void Check(SystemModel model, DiagnosticBag report)
    {
        foreach (var rule in Rules)
        {
            rule.Check(model, report);
        }
    }
}
