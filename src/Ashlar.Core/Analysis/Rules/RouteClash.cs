using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Two operations that would answer the same request.</summary>
internal sealed class RouteClash : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var first = new Dictionary<string, (Expose Expose, Endpoint Endpoint)>(StringComparer.OrdinalIgnoreCase);
        var runs = new Dictionary<string, RunEndpoint>(StringComparer.OrdinalIgnoreCase);
        var views = new Dictionary<string, ViewEndpoint>(StringComparer.OrdinalIgnoreCase);
        foreach (var api in facts.Model.Apis)
        {
            CheckRuns(api, runs, report);
            CheckViews(api, views, report);
            foreach (var expose in api.Exposes)
            {
                CheckSessions(api, expose, report);
                foreach (var endpoint in expose.Endpoints)
                {
                    var route = RouteOf(api, expose, endpoint.Kind);
                    if (!first.TryAdd(route, (expose, endpoint)))
                    {
                        report.Add(Found(route, expose, endpoint, first[route]));
                    }
                }
            }
        }
    }

    /// <summary>
    /// The path of an action on a row has a word behind the row that no operation of an entity has; one on no row stands
    /// where an entity or a session could.
    /// </summary>
    private void CheckRuns(Api api, Dictionary<string, RunEndpoint> seen, DiagnosticBag report)
    {
        foreach (var run in api.Offers())
        {
            var route = $"POST {api.Path}{run.Path}";
            var found = At(run.Origin, $"`{route}` is offered twice").About($"{run.Action}");
            if (!seen.TryAdd(route, run))
            {
                report.Add(found
                    .WithLabel($"second, for `{run.Action}`")
                    .WithRelated(seen[route].Origin.Location, $"first, for `{seen[route].Action}`")
                    .WithHelp($"rename `{run.Action.Name}`, or offer it in an api with another `path`"));
            }
            else if (api.Exposes.FirstOrDefault(expose => IsCreatedAt(expose, run.Path)) is { } expose)
            {
                report.Add(found
                    .WithLabel($"for `{run.Action}`, and to create `{expose.Entity.Name}` rows")
                    .WithRelated(expose.Origin.Location, "first, to create rows")
                    .WithHelp($"rename `{run.Action.Name}`"));
            }
            else if (IsOfSessions(api, run.Path))
            {
                report.Add(found
                    .WithLabel($"for `{run.Action}`, and for sessions")
                    .WithHelp($"rename `{run.Action.Name}`"));
            }
        }
    }

    /// <summary>A view stands where a list could.</summary>
    private void CheckViews(Api api, Dictionary<string, ViewEndpoint> seen, DiagnosticBag report)
    {
        foreach (var view in api.Views)
        {
            var route = $"GET {api.Path}{view.Path}";
            var found = At(view.Origin, $"`{route}` is offered twice")
                .WithHelp($"rename `{view.View.Name}`")
                .About($"{view.View}");
            if (!seen.TryAdd(route, view))
            {
                report.Add(found
                    .WithLabel($"second, for `{view.View}`")
                    .WithRelated(seen[route].Origin.Location, $"first, for `{seen[route].View}`"));
            }
            else if (api.Exposes.FirstOrDefault(expose => IsListedAt(expose, view.Path)) is { } expose)
            {
                report.Add(found
                    .WithLabel($"for `{view.View}`, and to list `{expose.Entity.Name}` rows")
                    .WithRelated(expose.Origin.Location, "first, to list rows"));
            }
        }
    }

    private static bool IsListedAt(Expose expose, string path) =>
        string.Equals(expose.Path, path, StringComparison.OrdinalIgnoreCase) && expose.Endpoint(EndpointKind.List) is not null;

    private static bool IsCreatedAt(Expose expose, string path) =>
        string.Equals(expose.Path, path, StringComparison.OrdinalIgnoreCase) && expose.Endpoint(EndpointKind.Create) is not null;

    private static bool IsOfSessions(Api api, string path) =>
        path is "/sign-in" or "/sign-out" && api.SignIn is { Kind: SignInKind.Password };

    private static string RouteOf(Api api, Expose expose, EndpointKind kind) => kind switch
    {
        EndpointKind.List => $"GET {api.Path}{expose.Path}",
        EndpointKind.Create => $"POST {api.Path}{expose.Path}",
        EndpointKind.Read => $"GET {api.Path}{expose.Path}/{{id}}",
        EndpointKind.Update => $"PATCH {api.Path}{expose.Path}/{{id}}",
        _ => $"DELETE {api.Path}{expose.Path}/{{id}}",
    };

    private Diagnostic Found(string route, Expose expose, Endpoint endpoint, (Expose Expose, Endpoint Endpoint) first)
    {
        var found = At(endpoint.Origin, $"`{route}` is offered twice")
            .WithLabel($"second, for `{expose.Entity}`")
            .WithRelated(first.Endpoint.Origin.Location, $"first, for `{first.Expose.Entity}`")
            .About($"{expose.Entity}");
        return found.WithHelp(expose.Entity == first.Expose.Entity
            ? "remove one of them, or move it to an api with another `path`"
            : $"give `{expose.Entity.Name}` another `plural`, or expose it in an api with another `path`");
    }

    /// <summary>Sign-in and sign-out have paths of their own.</summary>
    private void CheckSessions(Api api, Expose expose, DiagnosticBag report)
    {
        if (IsOfSessions(api, expose.Path) && expose.Endpoint(EndpointKind.Create) is { } create)
        {
            report.Add(At(create.Origin, $"`POST {api.Path}{expose.Path}` is offered twice")
                .WithLabel($"for `{expose.Entity}`, and for sessions")
                .WithHelp($"give `{expose.Entity.Name}` another `plural`")
                .About($"{expose.Entity}"));
        }
    }
}
