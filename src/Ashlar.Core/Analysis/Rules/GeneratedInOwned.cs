using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A number of a sequence in rows that a request writes several of at once.</summary>
internal sealed class GeneratedInOwned : ModelRule
{
    public override Severity Severity => Severity.Error;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Owner is not null))
        {
            foreach (var field in entity.Fields.Where(field => field.Generated is not null))
            {
                report.Add(At(field.Origin, $"`{field.Name}` is generated in rows of a list")
                    .WithLabel("a request takes one number, and writes many such rows")
                    .WithRelated(entity.Origin.Location, $"`{entity.Name.Name}` is owned by `{entity.Owner?.Name}`")
                    .WithHelp("move it to the owner, and tell these rows apart by a field that requests give")
                    .About($"{entity.Name}.{field.Name}"));
            }
        }
    }
}
