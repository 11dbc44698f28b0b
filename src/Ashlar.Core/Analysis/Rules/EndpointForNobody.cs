using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An operation or action that an API offers and that no access rule grants to anybody who can come.</summary>
internal sealed class EndpointForNobody : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes))
        {
            if (facts.Model.Entity(expose.Entity) is not { } entity || entity.Access.Kind == AccessKind.Missing)
            {
                continue;
            }

            foreach (var endpoint in expose.Endpoints.Where(endpoint => !entity.Allowing(OperationOf(endpoint.Kind)).Any()))
            {
                var operation = WordOf(OperationOf(endpoint.Kind));
                report.Add(At(endpoint.Origin, $"{WordOf(endpoint.Kind)} of `{entity.Name.Name}` refuses everyone")
                    .WithLabel("no access rule grants it")
                    .WithRelated(entity.Access.Origin.Location, $"`{operation}` is granted to nobody here")
                    .WithHelp($"grant `{operation}` to somebody, or remove this endpoint")
                    .About($"{entity.Name}"));
            }
        }

        CheckActions(facts, report);
    }

    /// <summary>An action or a view has an access of its own; where nobody signs in, nobody is signed in.</summary>
    private void CheckActions(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Model.Apis.Any(api => api.SignIn is not null))
        {
            return;
        }

        var actions = facts.Model.Apis.SelectMany(api => api.Offers())
            .Select(run => (Name: run.Action, facts.Model.Action(run.Action)?.Access, run.Origin));
        var views = facts.Model.Apis.SelectMany(api => api.Views)
            .Select(offer => (Name: offer.View, facts.Model.View(offer.View)?.Access, offer.Origin));
        foreach (var (name, access, origin) in actions.Concat(views))
        {
            if (access is { Kind: AccessKind.Rules } && access.Rules.All(rule => rule.Audience.Kind != AudienceKind.Anyone))
            {
                report.Add(At(origin, $"`{name.Name}` refuses everyone")
                    .WithLabel("no api lets people sign in")
                    .WithRelated(access.Rules[0].Origin.Location, "asks for somebody who is signed in")
                    .WithHelp("let people sign in to the api, with `sign in with password` or tokens of an issuer")
                    .About($"{name}"));
            }
        }
    }

    private static Operation OperationOf(EndpointKind kind) => kind switch
    {
        EndpointKind.Create => Operation.Create,
        EndpointKind.Update => Operation.Update,
        EndpointKind.Delete => Operation.Delete,
        _ => Operation.Read,
    };

    private static string WordOf(Enum word) => $"{word}".ToLowerInvariant();
}
