using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>What operations refer to: schemas, parameters, headers, refusals and how a caller is known.</summary>
internal sealed class Components(Emission emission, SchemaNames names)
{
    public JsonObject All()
    {
        var components = new JsonObject
        {
            ["schemas"] = Schemas(),
            ["responses"] = ProblemResponses.Components(),
            ["parameters"] = Parameters(),
            ["headers"] = Headers(),
        };
        if (emission.SignIn is { } signIn)
        {
            components["securitySchemes"] = new JsonObject { ["bearer"] = SecurityScheme(signIn, emission.Tokens) };
        }

        return components;
    }

    private JsonObject Parameters()
    {
        var parameters = new JsonObject
        {
            ["id"] = new JsonObject
            {
                ["name"] = "id",
                ["in"] = "path",
                ["required"] = true,
                ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            },
            ["idempotencyKey"] = SentAgain.Parameter(),
            ["ifMatch"] = IfMatch("The `ETag` of the version that the change is based on.", isRequired: true),
        };
        if (emission.ActionOperations.Any(operation => operation.Row is not null)
            || emission.Model.Apis.Any(api => api.RowVersion == RowVersionUse.Optional))
        {
            // States guard an action; who sends a version is held to it all the same.
            parameters["ifMatchOptional"] =
                IfMatch("The `ETag` of the version that the caller has seen, where that matters.", isRequired: false);
        }

        return parameters;
    }

    private static JsonObject IfMatch(string description, bool isRequired) => new()
    {
        ["name"] = "If-Match",
        ["in"] = "header",
        ["required"] = isRequired,
        ["description"] = description,
        ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = "^\"[1-9][0-9]*\"$" },
        ["example"] = "\"1\"",
    };

    private static JsonObject Headers() => new()
    {
        ["etag"] = new JsonObject
        {
            ["description"] = "The version of the row.",
            ["schema"] = new JsonObject { ["type"] = "string" },
        },
        ["idempotencyReplayed"] = SentAgain.Header(),
        ["location"] = new JsonObject
        {
            ["description"] = "The route of the row.",
            ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uri-reference" },
        },
    };

    private static JsonObject SecurityScheme(SignIn signIn, TokenUse tokens)
    {
        if (!(tokens with { Lifetime = null }).IsDefault)
        {
            return new JsonObject
            {
                ["type"] = "apiKey",
                ["in"] = "header",
                ["name"] = tokens.Header,
                ["description"] = tokens.Scheme.Length > 0 ? $"`{tokens.Scheme}`, a space and the token." : "The token.",
            };
        }

        var scheme = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" };
        if (signIn.Kind == SignInKind.Issuer)
        {
            scheme["bearerFormat"] = "JWT";
            scheme["description"] = $"A token of {signIn.Authority} for {signIn.Audience}.";
        }

        return scheme;
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Problems()
    {
        var text = new JsonObject { ["type"] = "string" };
        yield return ("Problem", new JsonObject
        {
            ["type"] = "object",
            ["description"] = "An RFC 9457 problem document. `code` is stable; texts are for people.",
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["type"] = "string", ["format"] = "uri-reference" },
                ["title"] = text.DeepClone(),
                ["status"] = new JsonObject { ["type"] = "integer" },
                ["code"] = text.DeepClone(),
                ["traceId"] = text.DeepClone(),
                ["errors"] = new JsonObject { ["type"] = "array", ["items"] = TypeSchema.Reference("FieldProblem") },
            },
            ["required"] = new JsonArray("type", "title", "status", "code", "traceId"),
        });
        yield return ("FieldProblem", new JsonObject
        {
            ["type"] = "object",
            ["description"] = "What is wrong with one member or parameter.",
            ["properties"] = new JsonObject
            {
                ["field"] = text.DeepClone(),
                ["code"] = text.DeepClone(),
                ["message"] = text.DeepClone(),
            },
            ["required"] = new JsonArray("field", "code", "message"),
        });
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Files(Emission emission)
    {
        if (!emission.HasFiles)
        {
            yield break;
        }

        yield return ("File", new JsonObject
        {
            ["type"] = "object",
            ["description"] = "A file: what it is, and where its bytes are.",
            ["properties"] = new JsonObject
            {
                ["mediaType"] = new JsonObject { ["type"] = "string" },
                ["size"] = new JsonObject { ["type"] = "integer", ["description"] = "In bytes." },
                ["href"] = new JsonObject
                {
                    ["type"] = "string",
                    ["format"] = "uri-reference",
                    ["description"] = "Absent where no operation gives the bytes.",
                },
            },
            ["required"] = new JsonArray("mediaType", "size"),
        });
    }

    private JsonObject Schemas()
    {
        var schemas = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var all = NamedSchemas.Of(emission.Model, names)
            .Concat(new ReplySchemas(emission, names).All())
            .Concat(new ViewObject(emission, names).Schemas())
            .Concat(RequestSchemas.Of(emission, names))
            .Concat(SessionPaths.Schemas(emission, names))
            .Concat(Files(emission))
            .Concat(ErrorResponses.Schemas(emission.Model))
            .Concat(Problems());
        foreach (var (name, schema) in all)
        {
            schemas[name] = schema;
        }

        return new JsonObject(schemas.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
    }
}
