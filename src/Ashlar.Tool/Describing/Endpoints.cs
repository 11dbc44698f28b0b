using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>Every operation of every api, as a caller sees it.</summary>
internal static class Endpoints
{
    private static readonly (string Method, string Path)[] Nothing = [];

    public static IEnumerable<EndpointRow> All(SystemModel model) =>
        [.. Of(model), .. OfActions(model), .. OfViews(model), .. OfAccounts(model), .. OfCallbacks(model)];

    public static IEnumerable<EndpointRow> Of(SystemModel model) =>
        from api in model.Apis
        from expose in api.Exposes
        from entity in model.Entities.Where(entity => entity.Name == expose.Entity)
        from row in FileEndpoint.OthersOf(entity, expose).Select(endpoint => EndpointRow.Of(api, expose, endpoint))
            .Concat(FileEndpoint.Of(entity, expose).Select(file => EndpointRow.Of(api, expose, file)))
        select row;

    public static IEnumerable<EndpointRow> OfActions(SystemModel model) =>
    [
        .. from api in model.Apis
        from expose in api.Exposes
        from run in expose.Runs
        select EndpointRow.Of(api, expose.Entity, run),
        .. from api in model.Apis
        from run in api.Runs
        select EndpointRow.Of(api, run.Action, run),
    ];

    /// <summary>What outside services call.</summary>
    public static IEnumerable<EndpointRow> OfCallbacks(SystemModel model) =>
        from action in model.Actions
        let callback = action.Callback
        where callback is not null
        select new EndpointRow(action.Name, action.Name, Reply: null, "POST", callback.Path) { Action = action.Name };

    public static IEnumerable<EndpointRow> OfViews(SystemModel model) =>
        from api in model.Apis
        from view in api.Views
        select new EndpointRow(api.Name, view.View, Reply: null, "GET", api.Path + view.Path);

    /// <summary>Signing in and out, and granting roles: what an api answers besides the operations of its entities.</summary>
    public static IEnumerable<EndpointRow> OfAccounts(SystemModel model) =>
        model.Principal is { } principal
            ? model.Apis.SelectMany(api => AccountRequests(model, api)
                .Select(request => new EndpointRow(
                    api.Name, principal.Name, Reply: null, request.Method, api.Path + request.Path)))
            : [];

    private static IEnumerable<(string Method, string Path)> AccountRequests(SystemModel model, Api api) =>
    [
        .. api.SignIn is { Kind: SignInKind.Password } ? [("POST", "/sign-in"), ("POST", "/sign-out")] : Nothing,
        .. model.Roles.IsEmpty
            ? Nothing
            :
            [
                ("GET", "/roles/{role}/members"),
                ("PUT", "/roles/{role}/members/{id}"),
                ("DELETE", "/roles/{role}/members/{id}"),
            ],
    ];

    /// <summary>The requests for the bytes of a field; none where it is no file.</summary>
    public static IEnumerable<EndpointRow> OfFile(SystemModel model, Entity entity, Field field) =>
        from api in model.Apis
        from expose in api.Exposes
        where expose.Entity == entity.Name
        from file in FileEndpoint.Of(entity, expose)
        where file.Field == field
        select EndpointRow.Of(api, expose, file);

    public static Section Section(IEnumerable<EndpointRow> rows) => Describing.Section.Of(
        "endpoints",
        ["method", "path", "entity"],
        rows.Select(row => new[] { row.Method, row.Path, row.Entity.ToString() }));
}
