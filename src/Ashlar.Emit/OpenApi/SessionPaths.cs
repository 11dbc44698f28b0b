using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.OpenApi;

/// <summary>Sign-in with a password and sign-out.</summary>
internal static class SessionPaths
{
    public static void AddTo(JsonObject paths, Api api)
    {
        if (api.SignIn is not { Kind: SignInKind.Password })
        {
            return;
        }

        paths[$"{api.Path}/sign-in"] = new JsonObject { ["post"] = SignIn() };
        paths[$"{api.Path}/sign-out"] = new JsonObject { ["post"] = SignOut() };
    }

    public static IEnumerable<(string Name, JsonObject Schema)> Schemas(Emission emission, SchemaNames names)
    {
        if (emission is not { HasPasswords: true, Model.Principal: { } principal })
        {
            yield break;
        }

        var properties = new JsonObject();
        foreach (var field in principal.Fields.Where(IsCredential))
        {
            properties[field.Name] = FieldSchema.Of(names, field);
        }

        yield return ("SignIn", Object(properties));
        yield return ("Session", Object(new JsonObject
        {
            ["token"] = new JsonObject
            {
                ["type"] = "string",
                ["description"] = $"Send it as `{emission.Tokens.Header}: {$"{emission.Tokens.Scheme} ".TrimStart()}…`.",
            },
            ["expires"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ["account"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        }));
    }

    /// <summary>The unique address or name, and the password.</summary>
    private static bool IsCredential(Field field) =>
        field.Type is ScalarType { Scalar: Scalar.Password } || IsLogin(field);

    public static bool IsLogin(Field field) => field.IsUnique && field.Type is ScalarType { Scalar: Scalar.Email };

    private static JsonObject Object(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject SignIn()
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "A session.",
                ["content"] = Json("Session"),
            },
            ["401"] = ProblemResponses.Response("The name or the password is wrong.", ["bad-credentials"]),
        };
        ProblemResponses.AddShared(responses, 400, 406, 413, 415, 429);
        return Operation("signIn", "Starts a session.", responses, new JsonObject
        {
            ["required"] = true,
            ["content"] = Json("SignIn"),
        });
    }

    private static JsonObject SignOut()
    {
        var responses = new JsonObject { ["204"] = new JsonObject { ["description"] = "The session is over." } };
        ProblemResponses.AddShared(responses, 401, 429);
        return Operation("signOut", "Ends the session of the token.", responses, body: null);
    }

    private static JsonObject Operation(string id, string summary, JsonObject responses, JsonObject? body)
    {
        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["summary"] = summary,
            ["tags"] = new JsonArray("Sessions"),
        };
        if (body is not null)
        {
            operation["requestBody"] = body;
        }

        operation["responses"] = responses;
        operation["security"] = body is null
            ? new JsonArray(new JsonObject { ["bearer"] = new JsonArray() })
            : new JsonArray();
        return operation;
    }

    private static JsonObject Json(string schema) =>
        new() { ["application/json"] = new JsonObject { ["schema"] = TypeSchema.Reference(schema) } };
}
