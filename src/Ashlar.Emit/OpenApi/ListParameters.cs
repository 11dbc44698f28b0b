using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.OpenApi;

/// <summary>The query parameters of a list: filters, search, sort and page.</summary>
internal sealed class ListParameters(SchemaNames names)
{
    public JsonArray Of(ExposedOperation operation)
    {
        var endpoint = operation.Endpoint;
        var parameters = new JsonArray();
        foreach (var filter in endpoint.Filters)
        {
            if (operation.Entity.Field(filter.Field) is { } field)
            {
                Add(parameters, field.Name, $"Only rows with this {field.Name}.", Schema(field));
            }
        }

        foreach (var filter in endpoint.NamedFilters)
        {
            var text = filter.Parameter.Documentation;
            Add(parameters, filter.Parameter.Name, text.Length > 0 ? text : "Only rows that match.", Schema(filter.Parameter));
        }

        if (endpoint.HasSearch)
        {
            var words = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 200 };
            Add(parameters, "search", "Words to search for.", words);
        }

        AddSort(parameters, endpoint);
        AddPage(parameters, endpoint);
        return parameters;
    }

    private static void AddSort(JsonArray parameters, Endpoint endpoint)
    {
        if (endpoint.Sorts.IsEmpty)
        {
            return;
        }

        var choices = endpoint.Sorts.SelectMany(sort => (JsonNode[])[sort.Field, "-" + sort.Field]);
        Add(parameters, "sort", "The order; with a minus, descending.", new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. choices]),
        });
    }

    private static void AddPage(JsonArray parameters, Endpoint endpoint)
    {
        Add(parameters, "limit", "How many rows a page has at most.", new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = endpoint.PageMax,
            ["default"] = endpoint.PageSize,
        });
        if (endpoint.IsByOffset)
        {
            Add(parameters, "offset", "How many rows to pass over.", new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 0,
                ["maximum"] = int.MaxValue,
                ["default"] = 0,
            });
            return;
        }

        Add(parameters, "after", "The value of `next` in the page before.", new JsonObject { ["type"] = "string" });
    }

    private static void Add(JsonArray parameters, string name, string description, JsonObject schema) =>
        parameters.Add((JsonNode)new JsonObject
        {
            ["name"] = name,
            ["in"] = "query",
            ["description"] = description,
            ["schema"] = schema,
        });

    // A parameter that is given has a value, whether or not the field may be null.
    private JsonObject Schema(Field field) => FieldSchema.OfType(names, field.Type.AsNullable(false), field.Constraints);
}
