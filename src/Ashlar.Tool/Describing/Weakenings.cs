using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Tool.Describing;

/// <summary>Where the model asks for less than what is safe without being asked.</summary>
internal static class Weakenings
{
    public static Section Section(SystemModel model) => Describing.Section.Of(
        "security",
        ["api", "weaker than the default", "so that"],
        model.Apis.SelectMany(Of).Concat(model.Actions.SelectMany(Of)).Select(row => new[] { row.Api, row.Switch, row.Means }));

    private static IEnumerable<(string Api, string Switch, string Means)> Of(ActionDefinition action)
    {
        if (action.Callback is { IgnoresUnknownMembers: true })
        {
            yield return (action.Name.ToString(), "unknown members ignored", "a member that is misspelt is passed over");
        }
    }

    private static IEnumerable<(string Api, string Switch, string Means)> Of(Api api)
    {
        var name = api.Name.ToString();
        if (api.RowVersion != RowVersionUse.Required)
        {
            var word = api.RowVersion == RowVersionUse.Optional ? "optional" : "ignored";
            yield return (name, $"row version {word}", "a change may undo another that its author has not seen");
        }

        if (api.IgnoresUnknownMembers)
        {
            yield return (name, "unknown members ignored", "a member that is misspelt is passed over");
        }

        foreach (var origin in api.Origins)
        {
            yield return (name, $"origins \"{origin}\"", "pages of that site may ask with the token of whoever opens them");
        }

        foreach (var expose in api.Exposes.Where(expose => expose.Endpoint(EndpointKind.List) is { IsByOffset: true }))
        {
            yield return (
                name, $"{expose.Entity} page by offset", "rows may be missed or seen twice, and every page counts all rows");
        }
    }
}
