using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Emit.OpenApi;

/// <summary>The refusals of an API that answers them with a status or a body of its own.</summary>
internal static class ErrorResponses
{
    /// <summary>Gives the refusals of an operation the form of its API.</summary>
    public static void AddTo(JsonNode? operation, Api api)
    {
        if (api.Errors.IsDefault || operation?["responses"] is not JsonObject responses)
        {
            return;
        }

        var refusals = responses.Where(pair => pair.Key[0] is '4' or '5').ToList();
        var said = from pair in refusals
                   let known = ProblemResponses.Known(pair.Value)
                   from code in known.Codes
                   let status = api.Errors.StatusOf(code, int.Parse(pair.Key, CultureInfo.InvariantCulture))
                   group (code, known.Description) by status;
        var answers = said.OrderBy(group => group.Key).ToList();
        foreach (var (status, _) in refusals)
        {
            responses.Remove(status);
        }

        foreach (var answer in answers)
        {
            var description = string.Join(' ', answer.Select(item => item.Description).Distinct(StringComparer.Ordinal));
            responses[$"{answer.Key}"] = api.Errors.Body is null
                ? ProblemResponses.Response(description, answer.Select(item => item.code))
                : Response(description, api);
        }
    }

    /// <summary>The bodies of refusals, as far as they are not problem documents.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> Schemas(SystemModel model)
    {
        foreach (var api in model.Apis)
        {
            if (api.Errors.Body is { } body)
            {
                var schema = SchemaOf(body);
                schema["description"] = $"What {api.Name.Name} answers to what it refuses.";
                yield return (SchemaNames.OfErrors(api), schema);
            }
        }
    }

    private static JsonObject Response(string description, Api api) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject
        {
            ["application/json"] = new JsonObject { ["schema"] = TypeSchema.Reference(SchemaNames.OfErrors(api)) },
        },
    };

    private static JsonObject SchemaOf(ErrorValue value) => value switch
    {
        ErrorObject nested => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(nested.Members.Select(member =>
                KeyValuePair.Create(member.Name, (JsonNode?)SchemaOf(member.Value)))),
            ["required"] = new JsonArray([.. nested.Members.Select(member => (JsonNode)member.Name)]),
            ["additionalProperties"] = false,
        },
        ErrorSubjects => new JsonObject
        {
            ["type"] = "object",
            ["description"] = "What is wrong, by what it is wrong with.",
            ["additionalProperties"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
            },
        },
        ErrorText text => new JsonObject { ["const"] = text.Text },
        ErrorFact { Kind: ErrorFactKind.Status } => new JsonObject { ["type"] = "integer" },
        _ => new JsonObject { ["type"] = "string" },
    };
}
