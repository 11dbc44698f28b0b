using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An operation that would create a row of a list without the row that it belongs to.</summary>
internal sealed class OwnedCreatedAlone : ModelRule
{
    public override Severity Severity => Severity.Error;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes))
        {
            if (facts.Model.Entity(expose.Entity) is not { Owner: { } owner } entity)
            {
                continue;
            }

            foreach (var endpoint in expose.Endpoints.Where(endpoint => endpoint.Kind == EndpointKind.Create))
            {
                report.Add(At(endpoint.Origin, $"`{entity.Name.Name}` is created without its `{owner.Name}`")
                    .WithLabel("its rows are written with their owner")
                    .WithRelated(entity.Origin.Location, $"`{owner.Name}` owns it")
                    .WithHelp($"remove it, and write the list with `{owner.Name}`: `create with …`, `update with …`")
                    .About($"{entity.Name}"));
            }
        }
    }
}
