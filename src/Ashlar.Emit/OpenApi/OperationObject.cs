using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Features;
using Ashlar.Emit.Testing;

namespace Ashlar.Emit.OpenApi;

/// <summary>One operation: parameters, body, replies, refusals and who may call it.</summary>
internal sealed class OperationObject(Emission emission, SchemaNames names)
{
    private readonly ListParameters _listParameters = new(names);
    private readonly ReplySchemas _replies = new(emission, names);

    public JsonObject Of(ExposedOperation operation)
    {
        var result = new JsonObject
        {
            ["operationId"] = Spelling.Camel(operation.Name),
            ["summary"] = Summary(operation),
            ["tags"] = new JsonArray(operation.Entity.Plural),
        };
        var parameters = Parameters(operation);
        if (parameters.Count > 0)
        {
            result["parameters"] = parameters;
        }

        if (operation.HasBody)
        {
            result["requestBody"] = Body(operation);
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

    private static string Summary(ExposedOperation operation)
    {
        var row = Spelling.Spaced(operation.Entity.Name.Name);
        return operation.Kind switch
        {
            EndpointKind.List => $"Lists {Spelling.Spaced(operation.Entity.Plural)}, page by page.",
            EndpointKind.Read => $"Reads one {row}.",
            EndpointKind.Create => $"Creates one {row}.",
            EndpointKind.Update => $"Changes one {row}.",
            EndpointKind.Delete => $"Deletes one {row}.",
            _ => throw new InvalidOperationException($"no summary for {operation.Kind}"),
        };
    }

    private JsonObject Body(ExposedOperation operation)
    {
        var content = new JsonObject { ["schema"] = TypeSchema.Reference(operation.Name) };
        if (Example(operation) is { } example)
        {
            content["example"] = example;
        }

        return new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = content } };
    }

    /// <summary>The request that the generated tests make as well.</summary>
    private JsonObject? Example(ExposedOperation operation) => operation.Kind == EndpointKind.Create
        ? emission.Stage.GoodRequest(operation) is { } request
            ? new CreateCases(emission.Stage, operation).Body(request)
            : null
        : emission.Stage.GoodChange(operation) is { } change
            ? WireJson.Of(operation.Endpoint.Body, JsonForm.Body(change.After, change.Fields))
            : null;

    private static JsonObject Json(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private JsonArray Parameters(ExposedOperation operation)
    {
        var parameters = operation.Kind == EndpointKind.List ? _listParameters.Of(operation) : [];
        foreach (var key in PathParameters.Of(emission, names, operation.Address, operation.Entity))
        {
            parameters.Add((JsonNode)key);
        }

        if (operation.Kind is EndpointKind.Update or EndpointKind.Delete && VersionParameter.Of(operation.Api) is { } version)
        {
            parameters.Add((JsonNode)version);
        }

        return parameters;
    }

    private void AddSuccess(JsonObject responses, ExposedOperation operation)
    {
        var form = operation.Endpoint.Form;
        if (operation.Kind == EndpointKind.Delete || form.HasNoBody)
        {
            responses[$"{form.Status ?? 204}"] = new JsonObject { ["description"] = Done(operation.Kind) };
            return;
        }

        var response = new JsonObject { ["description"] = Done(operation.Kind) };
        if (operation.Kind != EndpointKind.List)
        {
            response["headers"] = Headers(operation);
        }

        response["content"] = Json(SchemaOf(operation));
        responses[$"{form.Status ?? (operation.Kind == EndpointKind.Create ? 201 : 200)}"] = response;
    }

    private JsonObject SchemaOf(ExposedOperation operation)
    {
        if (operation.Kind == EndpointKind.List)
        {
            return TypeSchema.Reference(ReplySchemas.PageOf(operation));
        }

        var row = TypeSchema.Reference(_replies.NameOf(operation));
        return operation.Endpoint.Form.Envelope is { } envelope ? WireSchema.Of(envelope, row) : row;
    }

    private static string Done(EndpointKind kind) => kind switch
    {
        EndpointKind.List => "One page.",
        EndpointKind.Create => "It is created.",
        EndpointKind.Update => "It is changed.",
        EndpointKind.Delete => "It is deleted.",
        _ => "The row.",
    };

    private static JsonObject Headers(ExposedOperation operation)
    {
        var headers = new JsonObject { ["ETag"] = new JsonObject { ["$ref"] = "#/components/headers/etag" } };
        if (operation.Kind == EndpointKind.Create && LocationCode.IsGiven(operation))
        {
            headers["Location"] = new JsonObject { ["$ref"] = "#/components/headers/location" };
        }

        return headers;
    }
}
