using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.OpenApi;

/// <summary>An action that an API offers: its inputs, its reply and what refuses it.</summary>
internal sealed class ActionObject(Emission emission, SchemaNames names)
{
    private readonly ReplySchemas _replies = new(emission, names);

    public JsonObject Of(ActionOperation operation)
    {
        var action = operation.Action;
        var result = new JsonObject
        {
            ["operationId"] = Spelling.Camel(operation.Name),
            ["summary"] = action.Documentation.Length > 0
                ? action.Documentation.ReplaceLineEndings(" ")
                : $"Runs {Spelling.Spaced(action.Name.Name)}.",
            ["tags"] = new JsonArray(
                operation.Expose is { } expose ? emission.Entity(expose.Entity).Plural : operation.Module),
        };
        if (operation.Row is not null)
        {
            var entity = operation.Expose is { } exposed ? emission.Entity(exposed.Entity) : null;
            result["parameters"] = new JsonArray([
                .. PathParameters.Of(emission, names, operation.Address, entity),
                .. VersionParameter.OfAction(operation.Api) is { } version ? (JsonObject[])[version] : [],
            ]);
        }

        if (operation.Body.Any())
        {
            result["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    ["application/json"] = new JsonObject { ["schema"] = TypeSchema.Reference(operation.Name) },
                },
            };
        }

        var responses = new JsonObject();
        AddSuccess(responses, operation);
        ProblemResponses.AddTo(responses, emission, operation);
        result["responses"] = responses;
        if (emission.SignIn is not null)
        {
            result["security"] = Requirement.Of(operation);
        }

        return result;
    }

    private void AddSuccess(JsonObject responses, ActionOperation operation)
    {
        if (_replies.NameOf(operation) is { } schema)
        {
            var row = TypeSchema.Reference(schema);
            var form = operation.Endpoint.Form;
            responses[$"{form.Status ?? 200}"] = new JsonObject
            {
                ["description"] = "It is done; the row as it is now.",
                ["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["$ref"] = "#/components/headers/etag" } },
                ["content"] = new JsonObject
                {
                    ["application/json"] = new JsonObject
                    {
                        ["schema"] = form.Envelope is { } around ? WireSchema.Of(around, row) : row,
                    },
                },
            };
        }

        responses[responses.Count == 0 ? $"{operation.Endpoint.Form.Status ?? 204}" : "204"] = new JsonObject
        {
            ["description"] = responses.Count == 0
                ? "It is done."
                : "It is done, and the caller may not read the row any more.",
        };
    }
}
