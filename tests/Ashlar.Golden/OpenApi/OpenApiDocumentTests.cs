using System.Text;
using System.Text.Json.Nodes;
using Ashlar.Emit;
using Ashlar.Golden.Models;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Ashlar.Golden.OpenApi;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public async Task The_document_is_valid()
    {
        var result = await Read(Document());

        Assert.Empty(result.Diagnostic?.Errors.Select(error => error.ToString()) ?? []);
        Assert.Empty(result.Diagnostic?.Warnings.Select(warning => warning.ToString()) ?? []);
    }

    [Fact]
    public async Task A_planted_broken_reference_is_found()
    {
        var broken = Document()
            .Replace("#/components/schemas/CreateNote", "#/components/schemas/Nothing", StringComparison.Ordinal);

        Assert.NotEmpty(Dangling(broken));
        Assert.Empty(Dangling(Document()));
        Assert.NotNull((await Read(broken)).Document);
    }

    [Fact]
    public void Every_bound_of_a_field_is_in_its_schema()
    {
        var properties = JsonNode.Parse(Document())!["components"]!["schemas"]!["CreateNote"]!["properties"]!;

        Assert.Equal(80, (int)properties["title"]!["maxLength"]!);
        Assert.Equal(1, (int)properties["stars"]!["minimum"]!);
        Assert.Equal(5, (int)properties["stars"]!["maximum"]!);
        Assert.Equal(0.01m, (decimal)properties["price"]!["multipleOf"]!);
        Assert.Equal(5, (int)properties["tags"]!["maxItems"]!);
        Assert.Equal(30, (int)properties["tags"]!["items"]!["maxLength"]!);
        Assert.Equal(["string", "null"], properties["body"]!["type"]!.AsArray().Select(type => (string?)type));
    }

    [Fact]
    public void A_file_has_operations_of_its_own_and_shows_where_it_is()
    {
        var document = JsonNode.Parse(Document())!;
        var file = document["paths"]!["/api/notes/{id}/photo"]!.AsObject();
        var schemas = document["components"]!["schemas"]!;

        Assert.Equal(["get", "put", "delete"], file.Select(operation => operation.Key));
        Assert.Equal(["image/png", "text/plain"], Keys(file["put"]!["requestBody"]!["content"]!));
        Assert.Equal(2_000_000, (int)file["put"]!["requestBody"]!["content"]!["image/png"]!["schema"]!["maxLength"]!);
        Assert.Equal(["image/png", "text/plain"], Keys(file["get"]!["responses"]!["200"]!["content"]!));
        Assert.Equal(
            ["204", "400", "401", "403", "404", "406", "412", "413", "415", "422", "428", "429", "503"],
            Keys(file["put"]!["responses"]!));
        Assert.Equal("#/components/schemas/File", (string?)schemas["Note"]!["properties"]!["photo"]!["anyOf"]![0]!["$ref"]);
        Assert.Equal(["mediaType", "size", "href"], Keys(schemas["File"]!["properties"]!));
        Assert.False(schemas["CreateNote"]!["properties"]!.AsObject().ContainsKey("photo"));
    }

    [Fact]
    public void Every_change_but_signing_in_can_be_sent_again()
    {
        const string key = "#/components/parameters/idempotencyKey";
        var paths = JsonNode.Parse(Document())!["paths"]!.AsObject();
        var operations = paths.SelectMany(
            path => path.Value!.AsObject(), (path, operation) => (Path: path.Key, operation.Key, operation.Value));

        Assert.All(operations.Where(operation => operation.Value is JsonObject), operation =>
        {
            var (path, method, value) = operation;
            var named = value!["parameters"]?.AsArray().Select(parameter => (string?)parameter!["$ref"]).Contains(key) ?? false;
            var isChange = method != "get" && !path.EndsWith("/sign-in", StringComparison.Ordinal)
                && !path.EndsWith("/sign-out", StringComparison.Ordinal);
            Assert.True(named == isChange, $"{method} {path}");
            var refusal = value["responses"]!["422"]?.ToJsonString() ?? "";
            Assert.Equal(isChange, refusal.Contains("key-reused", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_password_is_never_in_a_reply()
    {
        var schemas = JsonNode.Parse(Document())!["components"]!["schemas"]!.AsObject();

        Assert.All(
            schemas.Where(schema => schema.Key is not "SignIn"),
            schema => Assert.False(schema.Value!["properties"]?.AsObject().ContainsKey("password") ?? false, schema.Key));
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);

    private static string Document() =>
        SystemEmitter.Emit(SmallModel.Build()).Files
            .Single(file => file.Path.EndsWith("openapi.json", StringComparison.Ordinal)).Text;

    private static async Task<ReadResult> Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await OpenApiDocument.LoadAsync(stream, "json");
    }

    /// <summary>References within the document that lead nowhere: the reader resolves them late and silently.</summary>
    private static IEnumerable<string> Dangling(string text)
    {
        var root = JsonNode.Parse(text)!;
        return References(root).Where(reference => Resolve(root, reference) is null);
    }

    private static JsonNode? Resolve(JsonNode root, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)root, (node, part) => node?[part]);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(pair =>
            pair is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(pair.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
