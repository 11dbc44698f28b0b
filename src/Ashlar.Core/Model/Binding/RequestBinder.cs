using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what somebody asks in a scenario to the first API that offers it, or to the one that is named.</summary>
internal sealed class RequestBinder(
    Site site, SystemModel model, Refusals refusals, ScenarioRows rows, QualifiedNameSyntax? through)
{
    /// <summary>The APIs that are asked; null where the named one does not exist, which is reported.</summary>
    private readonly IReadOnlyList<Api>? _apis = FindApis(site, model, through);

    public ScenarioRequest? Bind(RequestSyntax node)
    {
        var code = node.Fails is null ? null : refusals.Find(site, node.Fails);
        return node.Kind switch
        {
            RequestKind.Create => BindCreate(node, code),
            RequestKind.Run => BindRun(node, code),
            RequestKind.Complete => BindComplete(node, code),
            RequestKind.Update => BindRow(node, EndpointKind.Update, code),
            RequestKind.Delete => BindRow(node, EndpointKind.Delete, code),
            RequestKind.Read when IsOfView(node) => new ViewRequestBinder(site, model, rows, _apis, through).Bind(node, code),
            _ => BindRow(node, EndpointKind.Read, code),
        };
    }

    /// <summary>It has parts that only the request for a view has, or a name that no row and some view has.</summary>
    private bool IsOfView(RequestSyntax node) => node.Values is not null || node.Gives is not null
        || (!rows.Has(node.Target.Name) && site.Names.NamedLike(node.Target.Name.Text).OfType<ViewElement>().Any());

    private static IReadOnlyList<Api>? FindApis(Site site, SystemModel model, QualifiedNameSyntax? name)
    {
        if (name is null)
        {
            return [.. model.Apis];
        }

        if (name.Name.IsMissing)
        {
            return null;
        }

        if (model.Apis.FirstOrDefault(api => IsNamed(api.Name, name)) is { } found)
        {
            return [found];
        }

        site.Add(UnknownApi.At(site.At(name), name.ToString(), model.Apis.Select(api => api.Name.Name)));
        return null;
    }

    private static bool IsNamed(ElementName api, QualifiedNameSyntax name) =>
        api.Name == name.Name.Text && (name.Qualifier?.Text ?? api.Module) == api.Module;

    private RowRequest? BindCreate(RequestSyntax node, string? code)
    {
        var entity = Lookup.Find<EntityElement>(site, node.Target, Wanted.Entity);
        var request = entity is null ? null : BindBody(node, entity, EndpointKind.Create, code);
        if (node is { As: not null, Fails: not null })
        {
            site.Add(RefusedRow.At(site.At(node.As)));
            entity = null;
        }

        var result = node.As is null ? null : rows.Add(node.As, entity, isGiven: false);
        return request is null ? null : request with { Result = result };
    }

    private RowRequest? BindRow(RequestSyntax node, EndpointKind kind, string? code)
    {
        if (node.Target.Qualifier is not null)
        {
            site.Add(UnknownRow.Path(site, node.Target));
            return null;
        }

        return rows.Find(node.Target.Name) is { Entity: { } entity } row && BindBody(node, entity, kind, code) is { } request
            ? request with { Row = row.Variable }
            : null;
    }

    private RowRequest? BindBody(RequestSyntax node, EntityElement entity, EndpointKind kind, string? code)
    {
        if (FindEndpoint(node, entity, kind) is not var (api, endpoint))
        {
            return null;
        }

        ValueList<RequestValue> values = [];
        if (node.Values is { } body && model.Entity(entity.Name) is { } whole)
        {
            var carried = WritableFields.Of(whole, endpoint).ToList();
            var members = new RequestValues(site, model, rows, isWhole: node.Fails is null);
            values = members.Bind(body, entity, carried, $"{kind.ToString().ToLowerInvariant()} {entity.Name.Name}");
            if (kind == EndpointKind.Create)
            {
                members.ReportMissing(site.At(node.Target), body, entity.Name.Name, carried);
            }
        }

        return new RowRequest(api.Name, kind, entity.Name, values, code, site.OriginOf(node));
    }

    private (Api Api, Endpoint Endpoint)? FindEndpoint(RequestSyntax node, EntityElement entity, EndpointKind kind)
    {
        foreach (var api in _apis ?? [])
        {
            if (api.ExposeOf(entity.Name, kind)?.Endpoint(kind) is { } endpoint)
            {
                return (api, endpoint);
            }
        }

        ReportNotExposed(node, $"{kind.ToString().ToLowerInvariant()} {entity.Name.Name}");
        return null;
    }

    private RunRequest? BindRun(RequestSyntax node, string? code)
    {
        if (Lookup.Find<ActionElement>(site, node.Target, Wanted.Action) is not { } action || node.Values is not { } inputs)
        {
            return null;
        }

        if (_apis?.FirstOrDefault(api => OfferOf(api, action) is not null) is not { } api)
        {
            ReportNotExposed(node, $"run {action.Name.Name}");
            return null;
        }

        var members = new RequestValues(site, model, rows, isWhole: node.Fails is null);
        var values = members.BindInputs(inputs, action);
        members.ReportMissing(site.At(node.Target), inputs, action, OfferOf(api, action)?.RowInput);
        return new RunRequest(api.Name, action.Name, values, code, site.OriginOf(node));
    }

    private TaskRequest? BindComplete(RequestSyntax node, string? code)
    {
        var tasks = model.Workflows.SelectMany(workflow => workflow.Steps, (workflow, step) => (workflow, step))
            .Where(pair => pair.step.Work is TaskWork).ToList();
        var name = node.Target;
        var found = tasks.Where(pair => pair.step.Name == name.Name.Text
            && (name.Qualifier is null || pair.workflow.Name.Name == name.Qualifier.Text)).ToList();
        if (found is not [var (workflow, step)] || step.Work is not TaskWork task || node.Values is not { } answer)
        {
            var known = tasks.Select(pair => $"{pair.workflow.Name.Name}.{pair.step.Name}");
            site.Add(UnknownTask.At(site.At(name), name.ToString(), found.Count > 1, known));
            return null;
        }

        if (_apis?.FirstOrDefault(api => api.HasTasks) is not { } offering)
        {
            ReportNotExposed(node, "tasks");
            return null;
        }

        var fields = new FieldTable();
        foreach (var asked in task.Asks)
        {
            fields.Add(new FieldSlot(asked, syntax: null, site));
        }

        var members = new RequestValues(site, model, rows, isWhole: node.Fails is null);
        var values = members.BindInputs(answer, step.Name, fields);
        members.ReportMissing(site.At(node.Target), answer, step.Name, task.Asks);
        return new TaskRequest(offering.Name, workflow.Name, step.Name, values, code, site.OriginOf(node));
    }

    private static RunEndpoint? OfferOf(Api api, ActionElement action) =>
        api.Offers().FirstOrDefault(offer => offer.Action == action.Name);

    private void ReportNotExposed(RequestSyntax node, string request)
    {
        if (_apis is not null)
        {
            site.Add(NotExposed.At(site.At(node.Target), request, through?.ToString()));
        }
    }
}
