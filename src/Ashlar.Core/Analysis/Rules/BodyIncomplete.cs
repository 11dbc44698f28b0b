using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Members of a request that do not fit what it may set.</summary>
internal sealed class BodyIncomplete : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes.Items))
        {
            if (facts.Model.Entity(expose.Entity) is not { } entity)
            {
                continue;
            }

            foreach (var endpoint in expose.Endpoints.Where(endpoint => endpoint.Body is not null))
            {
                Check(entity, endpoint, report);
            }
        }

        foreach (var run in facts.Model.Apis.SelectMany(api => api.Offers()))
        {
            if (run.Body is { } body && facts.Model.Action(run.Action) is { } action)
            {
                var inputs = action.Inputs.Where(input => input.Name != run.RowInput).ToList();
                Report(body, inputs, inputs.Where(WritableFields.IsRequired), run.Origin, $"{run.Action}", report);
            }
        }
    }

    private void Check(Entity entity, Endpoint endpoint, DiagnosticBag report)
    {
        var fields = WritableFields.Of(entity, endpoint)
            .Where(field => !WritableFields.IsInPath(field, endpoint))
            .ToList();
        var required = endpoint.Kind == EndpointKind.Create ? fields.Where(WritableFields.IsRequired) : [];
        Report(endpoint.Body ?? new WireBody([]), fields, required, endpoint.Origin, $"{entity.Name}", report);
    }

    private void Report(
        WireBody body, List<Field> fields, IEnumerable<Field> required, Origin origin, string subject, DiagnosticBag report)
    {
        foreach (var member in body.Members.Where(member => !fields.Exists(field => field.Name == member.Field)))
        {
            report.Add(At(member.Origin, $"no request may set `{member.Field}` here")
                .WithLabel("not granted, or set otherwise")
                .WithHelp("leave the member out, or grant the field in `access`")
                .About(subject));
        }

        foreach (var field in required.Where(field => body.Of(field.Name) is null))
        {
            report.Add(At(origin, $"no member of the body sets `{field.Name}`")
                .WithLabel($"`{field.Name}` is required")
                .WithHelp($"add `{field.Name}` to the body")
                .About(subject));
        }
    }
}
