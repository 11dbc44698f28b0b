using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Emit.OpenApi;

/// <summary>The refusals of an operation on a file: those of the request, and the rules of the model that it may break.</summary>
internal static class FileProblems
{
    public static void AddTo(JsonObject responses, Emission emission, FileOperation operation)
    {
        var statuses = Statuses(operation.Action).Where(status => status switch
        {
            401 => emission.SignIn is not null,
            412 => operation.Api.RowVersion != RowVersionUse.Ignored,
            428 => operation.Api.RowVersion == RowVersionUse.Required,
            _ => true,
        }).ToArray();
        var problems = new JsonObject();
        ProblemResponses.AddShared(problems, statuses);
        if (operation.Action != FileAction.Download)
        {
            Add(problems, 409, "Another row stands in the way.", UniquesOf(emission, operation));
            Add(problems, 422, "A rule of the row would not hold.", ChecksOf(emission, operation));
        }

        foreach (var (status, problem) in problems.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            responses[status] = problem?.DeepClone();
        }
    }

    private static int[] Statuses(FileAction action) => action switch
    {
        FileAction.Download => [401, 404, 429, 503],
        FileAction.Upload => [400, 401, 403, 404, 406, 412, 413, 415, 428, 429, 503],
        _ => [400, 401, 403, 404, 406, 412, 428, 429, 503],
    };

    private static void Add(JsonObject problems, int status, string description, IEnumerable<string> names)
    {
        var codes = names.Select(Spelling.Kebab).ToList();
        if (codes.Count > 0)
        {
            problems[$"{status}"] = ProblemResponses.Response(description, codes);
        }
    }

    private static IEnumerable<string> ChecksOf(Emission emission, FileOperation operation) => operation.Entity.Checks
        .Where(check => Reads(emission, operation, check.Condition))
        .Select(check => check.Name);

    private static IEnumerable<string> UniquesOf(Emission emission, FileOperation operation) => operation.Entity.Uniques
        .Where(rule => rule.Where is { } where && Reads(emission, operation, where))
        .Select(rule => rule.Name);

    /// <summary>Reads the file, or what every change of the row sets again.</summary>
    private static bool Reads(Emission emission, FileOperation operation, Expression condition) =>
        FunctionInliner.Inline(condition, emission.Model.Function).DescendantsAndSelf().OfType<FieldAccess>()
            .Any(access => operation.Entity.Field(access.Field) is { } field
                && (field == operation.Field || field.OnUpdate is not null));
}
