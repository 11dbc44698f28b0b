using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An access block that grants nothing at all.</summary>
internal sealed class AccessForNobody : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            if (entity.Access is { Kind: AccessKind.Rules, Rules.IsEmpty: true })
            {
                report.Add(At(entity.Access.Origin, $"nobody may do anything with rows of `{entity.Name.Name}`")
                    .WithLabel("grants nothing")
                    .WithHelp("grant an operation to somebody, or write `access internal`")
                    .About($"{entity.Name}"));
            }
        }
    }
}
