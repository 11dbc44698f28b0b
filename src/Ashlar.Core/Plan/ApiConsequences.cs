using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>What an existing client of the APIs notices.</summary>
internal sealed class ApiConsequences(Correspondence pairs)
{
    private readonly IReadOnlyDictionary<string, string> _names = RenamedNames.Of(pairs);

    public IEnumerable<Consequence> All()
    {
        var old = pairs.Before.Apis.SelectMany(OffersOf).DistinctBy(offer => offer.Path).ToDictionary(offer => offer.Path);
        foreach (var offer in pairs.After.Apis.SelectMany(OffersOf).DistinctBy(offer => offer.Path))
        {
            if (pairs.OldOf(offer.Path) is not { } was || !old.Remove(was, out var before))
            {
                yield return Say(ChangeClass.Additive, offer.Path, $"`{offer.Route}` is new");
                continue;
            }

            if (before.Route != offer.Route)
            {
                yield return Say(
                    ChangeClass.Breaking, offer.Path, $"`{before.Route}` is `{offer.Route}` now; the old address is not found");
            }

            foreach (var change in Members(before, offer))
            {
                yield return change;
            }
        }

        foreach (var gone in old.Values)
        {
            yield return Say(ChangeClass.Breaking, gone.Path, $"`{gone.Route}` is gone");
        }

        foreach (var (was, now) in pairs.Pairs.Where(pair => pair.After.Kind == ElementKind.Part))
        {
            if (was.Name != now.Name)
            {
                yield return Say(ChangeClass.Breaking, now, $"`{KindNames.Short(was)}` is called `{now.Name}` in JSON");
            }
        }
    }

    private static Consequence Say(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Api, grade, element, text);

    private static IEnumerable<Offer> OffersOf(Api api)
    {
        var endpoints = api.Exposes.SelectMany(expose => expose.Endpoints.Select(endpoint => new Offer(
            new(ElementKind.Endpoint, $"{api.Name}.{expose.Entity}.{Spelling.Camel(endpoint.Kind.ToString())}"),
            RouteOf(api, endpoint.Address))
        { Api = api, Expose = expose, Endpoint = endpoint }));
        var runs = api.Offers().Select(run => new Offer(
            new(ElementKind.Endpoint, $"{api.Name}.{run.Action}"), RouteOf(api, run.Address))
        { Api = api, Run = run });
        var views = api.Views.Select(view => new Offer(
            new(ElementKind.Endpoint, $"{api.Name}.{view.View}"), RouteOf(api, view.Address))
        { Api = api, View = view });
        return endpoints.Concat(runs).Concat(views);
    }

    private static string RouteOf(Api api, Address address) => $"{address.Method} {api.Path}{address.Path}";

    private IEnumerable<Consequence> Members(Offer old, Offer now)
    {
        var compare = new ApiComparison(pairs, now.Path, now.Route);
        var ignores = now.Api?.IgnoresUnknownMembers == true;
        return (old, now) switch
        {
            ({ Expose: { } was, Endpoint: { } before }, { Expose: { } expose, Endpoint: { } after })
                when pairs.Before.Entity(was.Entity) is { } oldEntity && pairs.After.Entity(expose.Entity) is { } entity =>
                compare.OfRequest(ApiMember.OfRequest(oldEntity, before), ApiMember.OfRequest(entity, after), ignores)
                    .Concat(compare.OfReply(
                        ApiMember.OfReply(pairs.Before, oldEntity, before), ApiMember.OfReply(pairs.After, entity, after)))
                    .Concat(Listing(now, before, after)),
            ({ Run: { } was }, { Run: { } run })
                when pairs.Before.Action(was.Action) is { } before && pairs.After.Action(run.Action) is { } after =>
                compare.OfRequest(ApiMember.OfInputs(before.Inputs), ApiMember.OfInputs(after.Inputs), ignores),
            ({ View: { } was }, { View: { } view })
                when pairs.Before.View(was.View) is { } before && pairs.After.View(view.View) is { } after =>
                compare.OfRequest(ApiMember.OfInputs(before.Inputs), ApiMember.OfInputs(after.Inputs), ignores)
                    .Concat(compare.OfReply(ApiMember.OfColumns(before), ApiMember.OfColumns(after))),
            _ => [],
        };
    }

    /// <summary>What a client may ask of a list, and in which order and pages it comes.</summary>
    private IEnumerable<Consequence> Listing(Offer offer, Endpoint before, Endpoint after)
    {
        foreach (var filter in FiltersOf(before).Except(FiltersOf(after), StringComparer.Ordinal))
        {
            yield return Say(ChangeClass.Breaking, offer.Path, $"`{offer.Route}` cannot be filtered by `{filter}` any more");
        }

        foreach (var sort in SortsOf(before).Except(SortsOf(after), StringComparer.Ordinal))
        {
            yield return Say(ChangeClass.Breaking, offer.Path, $"`{offer.Route}` cannot be sorted by `{sort}` any more");
        }

        var order = before.Order is { } was ? _names.GetValueOrDefault(was.Field, was.Field) : null;
        if (order != after.Order?.Field || before.IsOrderDescending != after.IsOrderDescending)
        {
            yield return Say(ChangeClass.Behavioural, offer.Path, $"`{offer.Route}` comes in another order");
        }

        if ((before.PageSize, before.PageMax, before.IsByOffset) != (after.PageSize, after.PageMax, after.IsByOffset))
        {
            yield return Say(ChangeClass.Behavioural, offer.Path, $"`{offer.Route}` comes in other pages");
        }
    }

    private static IEnumerable<string> SortsOf(Endpoint endpoint) => endpoint.Sorts.Select(sort => sort.Field);

    private static IEnumerable<string> FiltersOf(Endpoint endpoint) =>
        endpoint.Filters.Select(filter => filter.Field).Concat(endpoint.NamedFilters.Select(filter => filter.Parameter.Name));

    /// <summary>One operation at an address.</summary>
    private sealed record Offer(ElementPath Path, string Route)
    {
        public Api? Api { get; init; }

        public Expose? Expose { get; init; }

        public Endpoint? Endpoint { get; init; }

        public RunEndpoint? Run { get; init; }

        public ViewEndpoint? View { get; init; }
    }
}
