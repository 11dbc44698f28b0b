using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>`openapi.json`: every route of the system, as the model declares it.</summary>
internal static class OpenApiDocument
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return EmittedFiles.GeneratedJson($"{Folders.Host(emission)}/openapi.json", json => Write(json, emission));
    }

    // Path by path: the tree of a large document takes many times the memory of its text.
    private static void Write(Utf8JsonWriter json, Emission emission)
    {
        var names = new SchemaNames(emission.Model);
        json.WriteString("openapi", "3.1.1");
        Write(json, "info", Info(emission));
        Write(json, "servers", new JsonArray(new JsonObject { ["url"] = "/" }));
        json.WriteStartObject("paths");
        foreach (var (path, item) in SharedPaths(emission).Concat(Paths(emission, names))
            .Concat(new CallbackObject(emission, names).All()))
        {
            Write(json, path, item);
        }

        json.WriteEndObject();
        Write(json, "components", new Components(emission, names).All());
    }

    private static void Write(Utf8JsonWriter json, string name, JsonNode node)
    {
        json.WritePropertyName(name);
        node.WriteTo(json);
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
        TaskPaths.AddTo(shared, emission, api);
        foreach (var (path, item) in shared)
        {
            if (item?.DeepClone() is not JsonObject own)
            {
                continue;
            }

            paths[path] = own;
            SentAgain.AddTo(path, own);
            foreach (var operation in own.Select(pair => pair.Value).OfType<JsonObject>())
            {
                operation["operationId"] = operation["operationId"] + suffix;
                ErrorResponses.AddTo(operation, api);
            }
        }
    }

    /// <summary>The routes that every API has.</summary>
    private static IEnumerable<(string Path, JsonNode Item)> SharedPaths(Emission emission)
    {
        var paths = new JsonObject();
        foreach (var (index, api) in emission.Model.Apis.Index())
        {
            AddShared(paths, emission, api, suffix: index == 0 ? "" : "For" + api.Name.Name);
        }

        foreach (var (path, item) in paths)
        {
            if (item is not null)
            {
                yield return (path, item);
            }
        }
    }

    private static IEnumerable<(string Path, JsonNode Item)> Paths(Emission emission, SchemaNames names)
    {
        var operations = new OperationObject(emission, names);
        var actions = new ActionObject(emission, names);
        var views = new ViewObject(emission, names);
        foreach (var path in emission.Routes.GroupBy(route => route.Path, StringComparer.Ordinal))
        {
            var item = new JsonObject();
            foreach (var route in path)
            {
                item[route.Method.ToLowerInvariant()] = route switch
                {
                    ExposedOperation operation => operations.Of(operation),
                    FileOperation file => FileOperationObject.Of(emission, file),
                    ActionOperation run => actions.Of(run),
                    ViewOperation view => views.Of(view),
                    _ => throw new InvalidOperationException($"no description for {route.Name}"),
                };
            }

            SentAgain.AddTo(path.Key, item);
            foreach (var route in path)
            {
                ErrorResponses.AddTo(item[route.Method.ToLowerInvariant()], route.Api);
            }

            yield return (path.Key, item);
        }
    }
}
