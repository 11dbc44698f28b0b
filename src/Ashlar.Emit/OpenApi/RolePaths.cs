using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>Granting and taking roles.</summary>
internal static class RolePaths
{
    public static void AddTo(JsonObject paths, Emission emission, Api api)
    {
        if (emission.Model.Roles.IsEmpty || emission.Model.Principal is null)
        {
            return;
        }

        var members = $"{api.Path}/roles/{{role}}/members";
        paths[members] = new JsonObject
        {
            ["parameters"] = new JsonArray(Role(emission.Model)),
            ["get"] = Operation(
                "listRoleMembers", "Lists who has a role.", new JsonObject { ["200"] = Members() }, 401, 403, 404),
        };
        paths[members + "/{id}"] = new JsonObject
        {
            ["parameters"] = new JsonArray(Role(emission.Model), new JsonObject { ["$ref"] = "#/components/parameters/id" }),
            ["put"] = Operation("grantRole", "Grants a role to an account.", Done("It has the role."), 401, 403, 404),
            ["delete"] = Operation("revokeRole", "Takes a role from an account.", Taken(), 401, 403, 404),
        };
    }

    private static JsonObject Role(SystemModel model) => new()
    {
        ["name"] = "role",
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. model.Roles.Select(role => (JsonNode)role.Name)]),
        },
    };

    private static JsonObject Operation(string id, string summary, JsonObject responses, params ReadOnlySpan<int> refusals)
    {
        ProblemResponses.AddShared(responses, refusals);
        return new JsonObject
        {
            ["operationId"] = id,
            ["summary"] = summary,
            ["tags"] = new JsonArray("Roles"),
            ["responses"] = responses,
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
        };
    }

    private static JsonObject Done(string description) =>
        new() { ["204"] = new JsonObject { ["description"] = description } };

    private static JsonObject Taken()
    {
        var responses = Done("It has the role no more.");
        responses["409"] = ProblemResponses.Response("Only members grant this role, and this is the last one.", ["last-member"]);
        return responses;
    }

    private static JsonObject Members() => new()
    {
        ["description"] = "The ids of the accounts.",
        ["content"] = new JsonObject
        {
            ["application/json"] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["items"] = new JsonObject
                        {
                            ["type"] = "array",
                            ["items"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
                        },
                    },
                    ["required"] = new JsonArray("items"),
                },
            },
        },
    };
}
