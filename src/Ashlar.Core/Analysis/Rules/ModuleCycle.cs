using System.Collections.Immutable;
using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Modules that use each other: they could only be built, changed and understood together.</summary>
internal sealed class ModuleCycle : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var modules = facts.Model.Modules.ToDictionary(module => module.Name, StringComparer.Ordinal);
        var names = facts.Model.Modules.Select(module => module.Name).ToList();
        foreach (var cycle in Cycles.Find(names, name => modules[name].Uses.Where(modules.ContainsKey), used => used))
        {
            report.Add(Found([.. cycle.Select(name => modules[name])]));
        }
    }

    /// <summary>Each step of a cycle is the module that it leads to, so the last one is where it starts.</summary>
    private Diagnostic Found(ImmutableArray<Module> cycle)
    {
        var start = cycle[^1];
        var found = At(start.Origin, cycle.Length == 1
                ? $"module `{start.Name}` uses itself"
                : $"module `{start.Name}` uses itself through {cycle.Length - 1} more")
            .WithLabel($"step 1: uses `{cycle[0].Name}`")
            .WithHelp($"break the cycle: let one of them do without the other, or join them")
            .About(start.Name);
        for (var i = 0; i < cycle.Length - 1; i++)
        {
            found = found.WithRelated(cycle[i].Origin.Location, $"step {i + 2}: uses `{cycle[i + 1].Name}`");
        }

        return found;
    }
}
