using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>What a call has to bring along: a token, or nothing where an empty requirement says that none is possible.</summary>
internal static class Requirement
{
    public static JsonArray Of(Route route)
    {
        var bearer = new JsonObject { ["bearer"] = new JsonArray() };
        return route.Grants.Any(rule => rule.Audience.Kind == AudienceKind.Anyone)
            ? new JsonArray(new JsonObject(), bearer)
            : new JsonArray(bearer);
    }
}
