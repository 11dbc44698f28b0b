using System.Text.Json.Nodes;
using Ashlar.Emit;
using Ashlar.Golden.Models;
using Ashlar.Golden.Trees;

namespace Ashlar.Golden.Apis;

/// <summary>An API answers what it exposes, and nothing that another one does.</summary>
public sealed class TwoApisTests
{
    private static readonly FileSet Files = GoldenCase.Generate([TwoDoors.File]);

    [Fact]
    public void Each_api_maps_its_own_endpoints()
    {
        var module = Text("Two.M/MModule.cs");
        var (shop, staff) = (Method(module, "MapMForShop"), Method(module, "MapMForStaff"));

        Assert.Equal(3, shop.Split("api.").Length - 1);
        Assert.DoesNotContain("secrets", shop, StringComparison.Ordinal);
        Assert.DoesNotContain("CreateBook", shop, StringComparison.Ordinal);
        Assert.Contains("CreateBookForStaff.HandleAsync", staff, StringComparison.Ordinal);
        Assert.Contains("ListSecrets.HandleAsync", staff, StringComparison.Ordinal);
        var host = Text("SystemHost.cs");
        Assert.Contains("shop.MapMForShop();", host, StringComparison.Ordinal);
        Assert.DoesNotContain("shop.MapPeople", host, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_files_have_the_same_path()
    {
        var paths = Files.Files.Select(file => file.Path).ToList();

        Assert.Equal(paths.Count, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_operation_of_the_document_has_a_name_of_its_own()
    {
        var paths = JsonNode.Parse(Text("openapi.json"))!["paths"]!.AsObject();
        var names = paths.SelectMany(path => path.Value!.AsObject()).Select(pair => pair.Value).OfType<JsonObject>()
            .Select(operation => (string?)operation["operationId"])
            .ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(paths, path => path.Key.StartsWith("/shop/secrets", StringComparison.Ordinal));
    }

    private static string Text(string end) => Files.Files.Single(file => file.Path.EndsWith(end, StringComparison.Ordinal)).Text;

    private static string Method(string type, string name)
    {
        var start = type.IndexOf($"void {name}(", StringComparison.Ordinal);
        return type[start..type.IndexOf("\n    }", start, StringComparison.Ordinal)];
    }
}
