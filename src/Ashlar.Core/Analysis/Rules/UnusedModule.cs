using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A module that another says it uses, and of which it mentions nothing.</summary>
internal sealed class UnusedModule : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Model.Modules.All(module => module.Uses.IsEmpty))
        {
            return;
        }

        var used = UsedModules.Of(facts);
        foreach (var module in facts.Model.Modules)
        {
            foreach (var name in module.Uses.Where(name => !used.Contains((module.Name, name))))
            {
                report.Add(Found(module, name));
            }
        }
    }

    private Diagnostic Found(Module module, string used) =>
        At(module.Origin, $"module `{module.Name}` uses `{used}` and mentions nothing of it")
            .WithLabel($"says that it uses `{used}`")
            .WithHelp($"remove `{used}` after `uses`")
            .About(module.Name);
}
