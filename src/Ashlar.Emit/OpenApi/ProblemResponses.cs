using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.OpenApi;

/// <summary>The refusals of each operation, with their codes.</summary>
internal static class ProblemResponses
{
    private static readonly ImmutableArray<SharedProblem> Shared =
    [
        new("Invalid", 400, ["invalid"], "A parameter or member is missing, unknown or out of bounds; `errors` names each."),
        new("SignedOut", 401, ["signed-out", "token-refused"], "Nobody is signed in, or the token is not valid."),
        new("Forbidden", 403, ["forbidden"], "The caller may not do this."),
        new("NotFound", 404, ["not-found"], "There is no such row, or the caller may not read it."),
        new("NotAcceptable", 406, ["not-acceptable"], "The reply would be JSON, which the request does not accept."),
        new("Stale", 412, ["stale"], "The row was changed since the version in `If-Match`."),
        new("BodyTooLarge", 413, ["body-too-large"], "The body is larger than the limit."),
        new("UnsupportedMediaType", 415, ["unsupported-media-type"], "The body has another media type, or is compressed."),
        new("PreconditionRequired", 428, ["precondition-required"], "`If-Match` with the row's version is missing."),
        new("Unavailable", 503, ["timeout", "unavailable"], "It took too long, or the database does not answer."),
        new("TooMany", 429, ["too-many"], "Too many requests; `Retry-After` says when to try again."),
    ];

    /// <summary>Responses that operations refer to by name.</summary>
    public static JsonObject Components()
    {
        var responses = new JsonObject();
        foreach (var problem in Shared)
        {
            responses[problem.Name] = Response(problem.Description, problem.Codes);
        }

        return responses;
    }

    public static void AddTo(JsonObject responses, Emission emission, ExposedOperation operation)
    {
        var statuses = new SortedDictionary<int, JsonObject>();
        foreach (var problem in Shared.Where(problem => Applies(problem.Status, emission, operation)))
        {
            statuses[problem.Status] = new JsonObject { ["$ref"] = $"#/components/responses/{problem.Name}" };
        }

        AddConflict(statuses, emission, operation);
        AddChecks(statuses, operation);
        foreach (var (status, response) in statuses)
        {
            responses[$"{status}"] = response;
        }
    }

    public static void AddTo(JsonObject responses, Emission emission, ActionOperation operation)
    {
        var statuses = new SortedDictionary<int, JsonObject>();
        foreach (var problem in Shared.Where(problem => Applies(problem.Status, emission, operation)))
        {
            statuses[problem.Status] = new JsonObject { ["$ref"] = $"#/components/responses/{problem.Name}" };
        }

        var problems = ActionProblems.Of(emission, operation.Action);
        foreach (var (status, description, codes) in problems)
        {
            statuses[status] = Response(description, codes);
        }

        foreach (var (status, response) in statuses)
        {
            responses[$"{status}"] = response;
        }
    }

    /// <summary>References to shared responses, for routes that are not about an entity.</summary>
    public static void AddShared(JsonObject responses, params ReadOnlySpan<int> statuses)
    {
        foreach (var problem in Shared)
        {
            if (statuses.Contains(problem.Status))
            {
                responses[$"{problem.Status}"] = new JsonObject { ["$ref"] = $"#/components/responses/{problem.Name}" };
            }
        }
    }

    private static bool Applies(int status, Emission emission, ExposedOperation operation) => status switch
    {
        401 => emission.SignIn is not null,
        403 => operation.Kind is not (EndpointKind.List or EndpointKind.Read),
        404 => operation.Address.Keys.Any(),
        412 => operation.Kind is EndpointKind.Update or EndpointKind.Delete && operation.Api.RowVersion != RowVersionUse.Ignored,
        428 => operation.Kind is EndpointKind.Update or EndpointKind.Delete && operation.Api.RowVersion == RowVersionUse.Required,
        413 or 415 => operation.Kind is EndpointKind.Create or EndpointKind.Update,
        _ => true,
    };

    private static bool Applies(int status, Emission emission, ActionOperation operation) => status switch
    {
        400 => operation.Body.Any() || operation.Row is not null,
        401 => emission.SignIn is not null,
        404 => operation.Row is not null || operation.Body.Any(input => input.Type is ReferenceType),
        412 => operation.Row is not null && operation.Api.RowVersion != RowVersionUse.Ignored,
        428 => false,
        413 or 415 => operation.Body.Any(),
        _ => true,
    };

    private static void AddConflict(SortedDictionary<int, JsonObject> statuses, Emission emission, ExposedOperation operation)
    {
        var codes = new List<string>();
        if (operation.HasBody)
        {
            codes.AddRange(Uniqueness(operation.Entity));
        }

        if (operation.Kind == EndpointKind.Delete && IsReferredTo(emission, operation.Entity))
        {
            codes.Add("in-use");
        }

        if (codes.Count > 0)
        {
            statuses[409] = Response("Another row stands in the way; `errors` names the rule.", codes);
        }
    }

    private static void AddChecks(SortedDictionary<int, JsonObject> statuses, ExposedOperation operation)
    {
        var checks = operation.Entity.Checks;
        if (operation.Kind is EndpointKind.Create or EndpointKind.Update && !checks.IsEmpty)
        {
            statuses[422] = Response(
                string.Join(' ', checks.Select(check => check.Message)), checks.Select(check => Spelling.Kebab(check.Name)));
        }
    }

    /// <summary>The codes of the rules that no two rows may break.</summary>
    public static IEnumerable<string> Uniqueness(Entity entity) =>
        entity.Fields.Where(field => field.IsUnique).Take(1).Select(_ => "taken")
            .Concat(entity.Uniques.Select(rule => Spelling.Kebab(rule.Name)))
            .Concat(entity.Exclusives.Select(rule => Spelling.Kebab(rule.Name)));

    /// <summary>Other rows keep a row of the entity from being deleted.</summary>
    public static bool IsReferredTo(Emission emission, Entity entity) =>
        emission.Model.ReferencesTo(entity.Name).Any(reference => reference.Field.OnDelete == DeleteRule.Restrict);

    /// <summary>What a response says, and with which codes; one that is referred to by name too.</summary>
    public static (string Description, IReadOnlyList<string> Codes) Known(JsonNode? response)
    {
        if (response?["$ref"]?.GetValue<string>() is { } reference)
        {
            var shared = Shared.First(problem => reference.EndsWith("/" + problem.Name, StringComparison.Ordinal));
            return (shared.Description, shared.Codes);
        }

        var codes = response?["content"]?["application/problem+json"]?["schema"]?["allOf"]?[1]?["properties"]?["code"]?["enum"];
        return (
            response?["description"]?.GetValue<string>() ?? "",
            [.. codes?.AsArray().Select(code => code?.GetValue<string>() ?? "") ?? []]);
    }

    public static JsonObject Response(string description, IEnumerable<string> codes) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["allOf"] = new JsonArray(
                        TypeSchema.Reference("Problem"),
                        new JsonObject
                        {
                            ["properties"] = new JsonObject
                            {
                                ["code"] = new JsonObject { ["enum"] = new JsonArray([.. codes.Select(code => (JsonNode)code)]) },
                            },
                        }),
                },
            },
        },
    };

    private sealed record SharedProblem(string Name, int Status, ImmutableArray<string> Codes, string Description);
}
