using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An entity without an access block: nobody has thought about who may see its rows.</summary>
internal sealed class NoAccessRule : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            if (entity.Access.Kind == AccessKind.Missing)
            {
                report.Add(At(entity.Origin, $"`{entity.Name.Name}` has no access rule")
                    .WithLabel("nobody may read or change its rows")
                    .WithHelp("add `access { … }` with who may do what, or `access internal` where no API reaches the rows")
                    .About($"{entity.Name}"));
            }
        }
    }
}
