using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A path that gives a row its parent, where no request may set the reference.</summary>
internal sealed class ParentNotSet : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes.Items))
        {
            if (facts.Model.Entity(expose.Entity) is { } entity && expose.Endpoint(EndpointKind.Create) is { } create)
            {
                Check(entity, create, report);
            }
        }
    }

    private void Check(Entity entity, Endpoint create, DiagnosticBag report)
    {
        var settable = WritableFields.Of(entity, create).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in create.Address.Parents.Select(key => key.Steps[0]).Distinct())
        {
            var isGiven = create.Address.Parents.Any(key => key.Steps.Count == 1 && key.Steps[0] == name);
            if (settable.Contains(name) && isGiven)
            {
                continue;
            }

            report.Add(At(create.Origin, $"the path cannot give a new row its `{name}`")
                .WithLabel(isGiven ? $"no request may set `{name}`" : $"it finds what `{name}` refers to, not the `{name}`")
                .WithHelp(isGiven ? $"grant `create {{ {name}, … }}` in `access`" : $"add a key of `{name}` itself to the path")
                .About($"{entity.Name}"));
        }
    }
}
