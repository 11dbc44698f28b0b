using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.OpenApi;

/// <summary>What an outside service calls: the headers that prove it, what it sends, and what refuses it.</summary>
internal sealed class CallbackObject(Emission emission, SchemaNames names)
{
    public IEnumerable<(string Path, JsonNode Item)> All()
    {
        var taken = emission.Routes.Select(route => route.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var action in emission.Model.Actions)
        {
            if (action.Callback is not { } callback)
            {
                continue;
            }

            var name = "Receive" + Names.Type(action.Name).Text;
            while (!taken.Add(name))
            {
                name += action.Name.Module;
            }

            yield return (callback.Path, new JsonObject { ["post"] = Operation(action, callback, name) });
        }
    }

    private JsonObject Operation(ActionDefinition action, Callback callback, string name) => new()
    {
        ["operationId"] = Spelling.Camel(name),
        ["summary"] = action.Documentation.Length > 0
            ? action.Documentation.ReplaceLineEndings(" ")
            : $"An outside service says {Spelling.Spaced(action.Name.Name)}.",
        ["description"] = "An outside service calls it, and proves that it does by a signature. "
            + $"A delivery with the same `{callback.Once}` is carried out once.",
        ["tags"] = new JsonArray(action.Name.Module),
        ["parameters"] = new JsonArray([.. Parameters(callback)]),
        ["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = new JsonObject
            {
                ["application/json"] = new JsonObject { ["schema"] = RequestSchemas.Of(emission, names, action) },
            },
        },
        ["responses"] = Responses(action),
        ["security"] = new JsonArray(),
    };

    private static IEnumerable<JsonObject> Parameters(Callback callback)
    {
        var signed = callback.Time is { } time ? $"the value of `{time.Header}`, a dot and the body" : "the body";
        var (form, pattern) = callback.Form == SignatureForm.Hex
            ? ("hexadecimal", "^[0-9a-fA-F]{64}$")
            : ("base64", "^[A-Za-z0-9+/]{43}=$");
        yield return Header(callback.Header, $"The HMAC-SHA256 of {signed}, as {form}.", pattern);
        if (callback.Time is { } signedAt)
        {
            yield return Header(
                signedAt.Header,
                $"When it was signed, in seconds since 1970; at most {(long)signedAt.Tolerance.TotalSeconds} seconds away.",
                "^[0-9]+$");
        }
    }

    private static JsonObject Header(string name, string description, string pattern) => new()
    {
        ["name"] = name,
        ["in"] = "header",
        ["required"] = true,
        ["description"] = description,
        ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = pattern },
    };

    private JsonObject Responses(ActionDefinition action)
    {
        const string reused = "delivery-reused";
        const string reusedText = "The delivery was received with another body.";
        var shared = new JsonObject();
        ProblemResponses.AddShared(shared, 400, 413, 415, 429, 503);
        var statuses = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["204"] = new JsonObject
            {
                ["description"] = "It is done, or was done before.",
                ["headers"] = new JsonObject
                {
                    ["Idempotency-Replayed"] = new JsonObject { ["$ref"] = "#/components/headers/idempotencyReplayed" },
                },
            },
            ["401"] = ProblemResponses.Response("The signature is not valid.", ["signature-refused"]),
            ["422"] = ProblemResponses.Response(reusedText, [reused]),
        };
        foreach (var (status, response) in shared)
        {
            statuses[status] = response?.DeepClone();
        }

        foreach (var (status, description, codes) in ActionProblems.Of(emission, action))
        {
            statuses[$"{status}"] = status == 422
                ? ProblemResponses.Response($"{description} {reusedText}", [.. codes, reused])
                : ProblemResponses.Response(description, codes);
        }

        return new JsonObject(statuses);
    }
}
