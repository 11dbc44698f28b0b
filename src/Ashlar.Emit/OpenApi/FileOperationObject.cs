using System.Text.Json.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Emit.OpenApi;

/// <summary>One operation on the bytes of a file: what is sent or comes back is no JSON.</summary>
internal static class FileOperationObject
{
    public static JsonObject Of(Emission emission, FileOperation operation)
    {
        var parameters = new JsonArray(Reference("parameters", "id"));
        if (operation.Action != FileAction.Download && VersionParameter.Of(operation.Api) is { } version)
        {
            parameters.Add((JsonNode)version);
        }

        var result = new JsonObject
        {
            ["operationId"] = Spelling.Camel(operation.Name),
            ["summary"] = Summary(operation),
            ["tags"] = new JsonArray(operation.Entity.Plural),
            ["parameters"] = parameters,
        };
        if (operation.Action == FileAction.Upload)
        {
            result["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(operation) };
        }

        var responses = new JsonObject { [operation.Action == FileAction.Download ? "200" : "204"] = Success(operation) };
        FileProblems.AddTo(responses, emission, operation);
        result["responses"] = responses;
        if (emission.SignIn is not null)
        {
            result["security"] = Requirement.Of(operation);
        }

        return result;
    }

    private static string Summary(FileOperation operation)
    {
        var file = $"the {Spelling.Spaced(operation.Field.Name)} of one {Spelling.Spaced(operation.Entity.Name.Name)}";
        return operation.Action switch
        {
            FileAction.Download => $"Sends {file}.",
            FileAction.Upload => $"Stores {file}; a file that is there is replaced.",
            _ => $"Removes {file}.",
        };
    }

    private static JsonObject Content(FileOperation operation)
    {
        var schema = new JsonObject { ["type"] = "string", ["format"] = "binary", ["minLength"] = 1 };
        if (operation.Field.Constraints.MaxBytes is { } most)
        {
            schema["maxLength"] = most;
        }

        return new JsonObject(operation.Field.Constraints.MediaTypes.Select(type =>
            KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = schema.DeepClone() })));
    }

    private static JsonObject Success(FileOperation operation)
    {
        var headers = new JsonObject { ["ETag"] = Reference("headers", "etag") };
        if (operation.Action != FileAction.Download)
        {
            var done = operation.Action == FileAction.Upload ? "It is stored." : "It is removed.";
            return new JsonObject { ["description"] = done, ["headers"] = headers };
        }

        headers["Content-Disposition"] = new JsonObject
        {
            ["description"] = "`attachment` with a name: a browser saves the file and does not show it.",
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        return new JsonObject
        {
            ["description"] = "The bytes.",
            ["headers"] = headers,
            ["content"] = Content(operation),
        };
    }

    private static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}
