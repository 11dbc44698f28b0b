using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A list of values without a largest number of items: it is written and read as a whole.</summary>
internal sealed class UnboundedList : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var field in entity.Fields)
            {
                if (field is { Type: ListType, Relation: null, Computed: null, Constraints.MaxItems: null })
                {
                    report.Add(At(field.Origin, $"`{field.Name}` takes any number of items")
                        .WithLabel("has no `max`")
                        .WithNote("a list of values is written and read as a whole")
                        .WithHelp("bound it, for example with `max 50`")
                        .About($"{entity.Name}.{field.Name}"));
                }
            }
        }
    }
}
