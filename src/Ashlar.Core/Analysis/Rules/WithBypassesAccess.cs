using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Rows with access rules of their own that are written together with their owner, under the owner's rules.</summary>
internal sealed class WithBypassesAccess : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes))
        {
            if (facts.Model.Entity(expose.Entity) is { } owner)
            {
                CheckOwner(facts.Model, owner, expose, report);
            }
        }
    }

    private void CheckOwner(SystemModel model, Entity owner, Expose expose, DiagnosticBag report)
    {
        foreach (var endpoint in expose.Endpoints)
        {
            foreach (var list in endpoint.With)
            {
                if (owner.Field(list)?.Relation is { } relation
                    && model.Entity(relation.Target) is { Access.Kind: AccessKind.Rules or AccessKind.Internal } owned)
                {
                    report.Add(Found(owner, endpoint, list, owned, relation.BackReference));
                }
            }
        }
    }

    private Diagnostic Found(Entity owner, Endpoint endpoint, string list, Entity owned, string reference)
    {
        var word = $"{endpoint.Kind}".ToLowerInvariant();
        return At(endpoint.Origin, $"`{word} with {list}` writes rows of `{owned.Name.Name}` past their own access rules")
            .WithLabel($"asks the rules of `{owner.Name.Name}` alone")
            .WithRelated(owned.Access.Origin.Location, "these rules would not be asked")
            .WithNote("writing the list is an update of the owner, so its rows have to be under the owner's rules")
            .WithHelp($"write `access as {reference}` in `{owned.Name.Name}`, or leave `with {list}` out and expose it by itself")
            .About($"{owned.Name}");
    }
}
