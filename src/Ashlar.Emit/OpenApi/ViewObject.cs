using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.OpenApi;

/// <summary>A view that an API answers: its parameters, its rows and what refuses it.</summary>
internal sealed class ViewObject(Emission emission, SchemaNames names)
{
    public JsonObject Of(ViewOperation operation)
    {
        var view = operation.View;
        var result = new JsonObject
        {
            ["operationId"] = Spelling.Camel(operation.Name),
            ["summary"] = view.Documentation.Length > 0
                ? view.Documentation.ReplaceLineEndings(" ")
                : $"Gives the rows of {Spelling.Spaced(view.Name.Name)}.",
            ["tags"] = new JsonArray(operation.Module),
        };
        if (!view.Inputs.IsEmpty)
        {
            result["parameters"] = new JsonArray([.. view.Inputs.Select(Parameter)]);
        }

        var responses = new JsonObject
        {
            [$"{operation.Endpoint.Form.Status ?? 200}"] = new JsonObject
            {
                ["description"] = "The rows.",
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Reply(operation) } },
            },
        };
        ProblemResponses.AddShared(responses, [.. Refusals(view)]);
        result["responses"] = responses;
        if (emission.SignIn is not null)
        {
            result["security"] = Requirement.Of(operation);
        }

        return result;
    }

    /// <summary>What the views that some API answers give.</summary>
    public IEnumerable<(string Name, JsonObject Schema)> Schemas()
    {
        foreach (var view in emission.ViewOperations.Select(operation => operation.View).DistinctBy(view => view.Name))
        {
            yield return (RowOf(view), Row(view));
            yield return (ItemsOf(view), new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["items"] = new JsonObject { ["type"] = "array", ["items"] = TypeSchema.Reference(RowOf(view)) },
                },
                ["required"] = new JsonArray("items"),
            });
        }
    }

    private JsonObject Reply(ViewOperation operation)
    {
        if (operation.Endpoint.Form.Envelope is not { } envelope)
        {
            return TypeSchema.Reference(ItemsOf(operation.View));
        }

        var item = operation.Endpoint.Column.Length > 0
            ? new JsonObject { ["type"] = "string" }
            : TypeSchema.Reference(RowOf(operation.View));
        return WireSchema.Of(envelope, new JsonObject { ["type"] = "array", ["items"] = item });
    }

    private string RowOf(View view) => names.Of(view.Name) + "Item";

    private string ItemsOf(View view) => names.Of(view.Name) + "Items";

    private JsonNode Parameter(Field input)
    {
        var schema = FieldSchema.OfType(names, input.Type.AsNullable(false), input.Constraints);
        if (input.Default is Literal { Value: { } value })
        {
            schema["default"] = Default(value);
        }

        var parameter = new JsonObject { ["name"] = input.Name, ["in"] = "query" };
        if (input is { IsOptional: false, Default: null })
        {
            parameter["required"] = true;
        }

        if (input.Documentation.Length > 0)
        {
            parameter["description"] = input.Documentation.ReplaceLineEndings(" ");
        }

        parameter["schema"] = schema;
        return parameter;
    }

    // A moment or a duration as a default has a form of its own, which the schema leaves to the text.
    private static JsonNode? Default(object value) => value switch
    {
        bool flag => flag,
        long number => number,
        decimal number => number,
        string text => text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };

    private JsonObject Row(View view)
    {
        var properties = new JsonObject();
        foreach (var column in view.Columns)
        {
            var schema = FieldSchema.OfType(names, column.Value.Type, Constraints.None);
            if (column.Documentation.Length > 0)
            {
                schema["description"] = column.Documentation.ReplaceLineEndings(" ");
            }

            properties[column.Name] = schema;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. view.Columns.Select(column => (JsonNode)column.Name)]),
        };
    }

    private IEnumerable<int> Refusals(View view)
    {
        int[] always = [400, 406, 429, 503];
        var gate = Grants.Gate.Of(view.Access);
        return always
            .Concat(emission.SignIn is not null ? [401] : [])
            .Concat(gate.RolesNeeded.IsEmpty && gate.IsByCaller ? [] : [403])
            .Concat(view.Inputs.Any(input => input.Type is ReferenceType) ? [404] : []);
    }
}
