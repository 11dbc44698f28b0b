using System.Text.Json;

namespace Ashlar.EndToEnd.Contracts;

/// <summary>An OpenAPI document, against which answers are held.</summary>
internal sealed class Contract
{
    private readonly JsonElement _document;
    private readonly SchemaCheck _check;

    public Contract(string json)
    {
        _document = JsonDocument.Parse(json).RootElement;
        _check = new(_document);
        Operations =
        [
            .. from path in _document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new ContractOperation(operation.Name.ToUpperInvariant(), path.Name, operation.Value),
        ];
    }

    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The operation that a request is for; a word of a path wins over a parameter.</summary>
    public ContractOperation Find(string method, string path) => Operations
        .Where(operation => operation.Method == method && operation.Matches(path))
        .OrderBy(operation => operation.Path.Count(letter => letter == '{'))
        .FirstOrDefault() ?? throw new InvalidOperationException($"the contract has no {method} {path}");

    /// <summary>Where an answer is not what the contract says of the operation.</summary>
    public IReadOnlyList<string> Deviations(ContractOperation operation, int status, string mediaType, string body)
    {
        if (!operation.Json.GetProperty("responses").TryGetProperty($"{status}", out var response))
        {
            return [$"{operation}: {status} is not declared: {body}"];
        }

        if (!response.TryGetProperty("content", out var content))
        {
            return body.Length == 0 ? [] : [$"{operation}: {status} has no body, but: {body}"];
        }

        return content.TryGetProperty(mediaType, out var form)
            ? [.. _check.Deviations(JsonDocument.Parse(body).RootElement, form.GetProperty("schema"))
                .Select(found => $"{operation}: {status}: {found}")]
            : [$"{operation}: {status} has the media type `{mediaType}`"];
    }
}

/// <summary>One operation of a contract.</summary>
internal sealed record ContractOperation(string Method, string Path, JsonElement Json)
{
    /// <summary>Every status that it may answer with.</summary>
    public IEnumerable<string> Statuses => Json.GetProperty("responses").EnumerateObject().Select(response => response.Name);

    /// <summary>The path with this in place of each parameter.</summary>
    public string Fill(string value) =>
        string.Join('/', Path.Split('/').Select(segment => segment.StartsWith('{') ? value : segment));

    public bool Matches(string path)
    {
        var (own, other) = (Path.Split('/'), path.Split('/'));
        return own.Length == other.Length && own.Zip(other).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    public override string ToString() => $"{Method} {Path}";
}
