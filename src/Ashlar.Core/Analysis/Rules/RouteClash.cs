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
        foreach (var api in facts.Model.Apis)
        {
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
        var isTaken = expose.Path is "/sign-in" or "/sign-out" && api.SignIn is { Kind: SignInKind.Password };
        if (isTaken && expose.Endpoint(EndpointKind.Create) is { } create)
        {
            report.Add(At(create.Origin, $"`POST {api.Path}{expose.Path}` is offered twice")
                .WithLabel($"for `{expose.Entity}`, and for sessions")
                .WithHelp($"give `{expose.Entity.Name}` another `plural`")
                .About($"{expose.Entity}"));
        }
    }
}
