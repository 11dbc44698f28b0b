using System.Collections.Immutable;
using Ashlar.Core.Analysis.Allowances;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Syntax;

namespace Ashlar.Core.Analysis;

/// <summary>Runs every model rule, and leaves out the warnings that the author allowed.</summary>
public static class Analyzer
{
    public static ImmutableArray<ModelRule> Rules { get; } =
    [
        .. typeof(ModelRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ModelRule)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ModelRule)(Activator.CreateInstance(type) ?? throw new InvalidOperationException(type.Name))),
    ];

    /// <summary>All findings, those that are in the report already too.</summary>
    public static ImmutableArray<Diagnostic> Check(IEnumerable<SyntaxTree> trees, SystemModel model, DiagnosticBag report)
    {
        var facts = new ModelFacts(model);
        foreach (var rule in Rules)
        {
            rule.Check(facts, report);
        }

        var all = new DiagnosticBag();
        all.AddRange(Allowing.Apply(trees, report.ToSorted()));
        return all.ToSorted();
    }
}
