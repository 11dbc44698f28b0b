using System.Text.Json.Nodes;

namespace Ashlar.Emit.OpenApi;

/// <summary>
/// What every request that changes something has in common: with an idempotency key it can be sent again. Sign-in and sign-out
/// are left out, as their answers hold tokens.
/// </summary>
internal static class SentAgain
{
    private const string KeyReused = "key-reused";

    public static JsonObject Parameter() => new()
    {
        ["name"] = "Idempotency-Key",
        ["in"] = "header",
        ["required"] = false,
        ["description"] = "The same request with the same key is carried out once; sent again, it gets the stored answer.",
        ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[!-~]{1,255}$" },
    };

    public static JsonObject Header() => new()
    {
        ["description"] = "`true` where the answer was stored, and nothing was done again.",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    /// <summary>Adds it to the operations of a path.</summary>
    public static void AddTo(string path, JsonNode item)
    {
        if (path.EndsWith("/sign-in", StringComparison.Ordinal) || path.EndsWith("/sign-out", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var (method, operation) in item.AsObject())
        {
            if (method is "post" or "put" or "patch" or "delete" && operation is JsonObject changing)
            {
                AddTo(changing);
            }
        }
    }

    private static void AddTo(JsonObject operation)
    {
        if (!operation.ContainsKey("parameters"))
        {
            operation.Insert(operation.IndexOf("tags") + 1, "parameters", new JsonArray());
        }

        operation["parameters"]?.AsArray().Add((JsonNode)Reference("parameters", "idempotencyKey"));
        if (operation["responses"] is not JsonObject responses)
        {
            return;
        }

        foreach (var done in responses.Where(pair => pair.Key.StartsWith('2')).Select(pair => pair.Value).OfType<JsonObject>())
        {
            done["headers"] ??= new JsonObject();
            if (done["headers"] is JsonObject headers)
            {
                headers["Idempotency-Replayed"] = Reference("headers", "idempotencyReplayed");
            }
        }

        AddRefusal(responses);
    }

    private static void AddRefusal(JsonObject responses)
    {
        const string message = "The key was used for another request.";
        var schema = responses["422"]?["content"]?["application/problem+json"]?["schema"];
        var codes = schema?["allOf"]?[1]?["properties"]?["code"]?["enum"];
        if (codes is JsonArray known && responses["422"] is JsonObject response)
        {
            known.Add((JsonNode)KeyReused);
            response["description"] = $"{response["description"]} {message}";
            return;
        }

        responses["422"] = ProblemResponses.Response(message, [KeyReused]);
        // Statuses stand in their order.
        foreach (var (status, later) in responses.Where(pair => string.CompareOrdinal(pair.Key, "422") > 0).ToList())
        {
            responses.Remove(status);
            responses[status] = later;
        }
    }

    private static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}
