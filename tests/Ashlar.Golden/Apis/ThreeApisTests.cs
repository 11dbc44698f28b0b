using System.Text.Json.Nodes;
using Ashlar.Emit;
using Ashlar.Golden.Models;
using Ashlar.Golden.Trees;

namespace Ashlar.Golden.Apis;

/// <summary>
/// What several APIs offer, or one of them twice, has names of its own; each API says refusals in its own form.
/// </summary>
public sealed class ThreeApisTests
{
    private static readonly FileSet Files = GoldenCase.Generate([ThreeDoors.File]);

    private static readonly JsonObject Document = JsonNode.Parse(Text("openapi.json"))!.AsObject();

    [Fact]
    public void No_two_files_have_the_same_path()
    {
        var paths = Files.Files.Select(file => file.Path).ToList();

        Assert.Equal(paths.Count, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(4, paths.Count(path => path.Contains("/Features/Poke", StringComparison.Ordinal)
            && !path.EndsWith("Fields.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_operation_of_the_document_has_a_name_of_its_own()
    {
        var names = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Select(pair => (string?)pair.Value?["operationId"])
            .ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("/api/caller", false)]
    [InlineData("/api/class", true)]
    [InlineData("/desk/self", true)]
    [InlineData("/third/caller", true)]
    public void The_caller_is_reached_without_a_key(string path, bool isThere) =>
        Assert.Equal(isThere, Document["paths"]![path] is not null);

    [Theory]
    [InlineData("/api/classes/{id}", "patch", "409", "application/json")]
    [InlineData("/api/classes/{id}", "patch", "422", "application/json")]
    [InlineData("/api/sign-in", "post", "422", "application/json")]
    [InlineData("/desk/self", "patch", "404", "application/problem+json")]
    [InlineData("/third/caller", "get", "401", "application/json")]
    public void A_refusal_has_the_status_and_the_form_of_its_api(string path, string method, string status, string mediaType)
    {
        var content = Document["paths"]![path]![method]!["responses"]![status]!["content"]!.AsObject();

        Assert.Equal([mediaType], content.Select(pair => pair.Key));
    }

    [Fact]
    public void What_an_api_answers_otherwise_has_no_other_status()
    {
        var responses = Document["paths"]!["/api/classes/{id}"]!["patch"]!["responses"]!.AsObject();

        Assert.DoesNotContain(responses, pair => pair.Key is "400" or "412");
    }

    private static string Text(string end) => Files.Files.Single(file => file.Path.EndsWith(end, StringComparison.Ordinal)).Text;
}
