using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>`openapi.json`: every route of the system, as the model declares it.</summary>
internal static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return new EmittedFile($"{Folders.Host(emission)}/openapi.json", Text(emission) + "\n", FileOwner.Generated);
    }

    private static string Text(Emission emission)
    {
        var names = new SchemaNames(emission.Model);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = Info(emission),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = Paths(emission, names),
            ["components"] = new Components(emission, names).All(),
        };
        return document.ToJsonString(Layout);
    }

    private static JsonObject Info(Emission emission)
    {
        var model = emission.Model;
        var version = model.Apis.IsEmpty ? 1 : model.Apis.Max(api => api.Version);
        return new JsonObject { ["title"] = model.Title.Length > 0 ? model.Title : model.Name, ["version"] = $"{version}" };
    }

    /// <summary>What every API offers besides its entities; an operation of a second one has that API's name as well.</summary>
    private static void AddShared(JsonObject paths, Emission emission, Api api, string suffix)
    {
        var shared = new JsonObject();
        SessionPaths.AddTo(shared, api);
        RolePaths.AddTo(shared, emission, api);
        foreach (var (path, item) in shared)
        {
            paths[path] = item?.DeepClone();
            foreach (var operation in paths[path]?.AsObject().Select(pair => pair.Value).OfType<JsonObject>() ?? [])
            {
                operation["operationId"] = operation["operationId"] + suffix;
            }
        }
    }

    private static JsonObject Paths(Emission emission, SchemaNames names)
    {
        var operations = new OperationObject(emission, names);
        var paths = new JsonObject();
        foreach (var (index, api) in emission.Model.Apis.Index())
        {
            AddShared(paths, emission, api, suffix: index == 0 ? "" : "For" + api.Name.Name);
        }

        foreach (var path in emission.Routes.GroupBy(route => route.Path, StringComparer.Ordinal))
        {
            var item = new JsonObject();
            foreach (var route in path)
            {
                item[route.Method.ToLowerInvariant()] = route switch
                {
                    ExposedOperation operation => operations.Of(operation),
                    FileOperation file => FileOperationObject.Of(emission, file),
                    _ => throw new InvalidOperationException($"no description for {route.Name}"),
                };
            }

            paths[path.Key] = item;
        }

        return paths;
    }
}
